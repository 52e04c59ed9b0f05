using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Core;

/// <summary>Files of records: taken in, listed, opened, taken away. What is added is committed with the record, or not at all.</summary>
public sealed class Attachments(YesSql.ISession session, IStore store, ISiteService sites, RecordHistory history, IEnumerable<IAttachmentGate> gates, CommunityTimes times, IClock clock)
{
    /// <summary>Most files of a record.</summary>
    public const int Most = 60;

    /// <summary>How long a file waits for its form to be sent again.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromHours(1);

    /// <summary>Pixels of the longer side of a picture that is kept: enough to read a page that was photographed.</summary>
    public const int PicturePixels = 2048;

    private const int SmallPixels = 360;

    /// <summary>Adds what a form has sent.</summary>
    /// <param name="kind">Kind of record, as in its history.</param>
    /// <param name="recordId">Content item id of the record, which may be new in this transaction.</param>
    /// <param name="slot">Place within the record, at most 30 signs.</param>
    /// <param name="files">The form's files.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="field">Name of the form's property, at which refusals are said.</param>
    /// <param name="picturesOnly">Whether pictures alone are taken.</param>
    /// <exception cref="RefusedException">A file is too large, empty or of no kind that is taken, or there are too many.</exception>
    public async Task<IReadOnlyList<Attachment>> AddAsync(string kind, string recordId, string slot, AttachedFiles files, Actor by, string field, bool picturesOnly = false)
    {
        if (files.IsEmpty)
        {
            return [];
        }

        await RefuseTooManyAsync(recordId, files.New.Count + files.Held.Count, field);
        List<Attachment> added = [.. await HeldAsync(files.Held, by)];
        foreach (var file in files.New.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            added.Add(await TakeAsync(session, await ReadAsync(file, field), file.FileName, by, field, picturesOnly));
        }

        foreach (var file in added)
        {
            (file.Kind, file.RecordId, file.Slot, file.HeldKey) = (kind, recordId, slot, null);
            await session.SaveAsync(file);
        }

        return added;
    }

    /// <summary>Adds a file that is at hand.</summary>
    /// <inheritdoc cref="AddAsync(string, string, string, AttachedFiles, Actor, string, bool)"/>
    public async Task<Attachment> AddAsync(string kind, string recordId, string slot, byte[] bytes, string fileName, Actor by, string field = "Files")
    {
        await RefuseTooManyAsync(recordId, 1, field);
        var file = await TakeAsync(session, bytes, fileName, by, field, picturesOnly: false);
        (file.Kind, file.RecordId, file.Slot) = (kind, recordId, slot);
        await session.SaveAsync(file);
        return file;
    }

    /// <summary>
    /// Holds the files of a form that was refused, in a transaction of their own: the request's has been given up, and a browser does
    /// not send a file twice. A file that is itself to blame is left out.
    /// </summary>
    public async Task HoldAsync(AttachedFiles files, Actor by, bool picturesOnly = false)
    {
        if (files.IsEmpty)
        {
            return;
        }

        await using var own = store.CreateSession();
        foreach (var sent in files.New.Where(file => file.Length > 0))
        {
            try
            {
                var file = await TakeAsync(own, await ReadAsync(sent, ""), sent.FileName, by, "", picturesOnly);
                file.HeldKey = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
                await own.SaveAsync(file);
                files.Held.Add(file.HeldKey);
            }
            catch (RefusedException)
            {
                // Said at the field; it has to be chosen anew.
            }
        }

        await own.SaveChangesAsync();
        files.New.Clear();
        files.Kept = await HeldAsync(files.Held, by);
    }

    /// <summary>The files of a record, the oldest first.</summary>
    /// <param name="slot">Place within the record; null for all.</param>
    public async Task<IReadOnlyList<Attachment>> OfAsync(string recordId, string? slot = null)
    {
        var query = session.Query<Attachment, AttachmentIndex>(row => row.RecordId == recordId);
        return [.. await (slot is null ? query : query.Where(row => row.Slot == slot)).OrderBy(row => row.AddedAtUtc).ThenBy(row => row.Id).ListAsync()];
    }

    /// <summary>The files of several records at once, for lists.</summary>
    public async Task<ILookup<string, Attachment>> OfAsync(IReadOnlyCollection<string> recordIds, string? slot = null)
    {
        var query = session.Query<Attachment, AttachmentIndex>(row => row.RecordId.IsIn(recordIds));
        return (await (slot is null ? query : query.Where(row => row.Slot == slot)).OrderBy(row => row.AddedAtUtc).ThenBy(row => row.Id).ListAsync()).ToLookup(file => file.RecordId!, StringComparer.Ordinal);
    }

    /// <summary>The files of a record for <see cref="AttachmentList.View"/>.</summary>
    /// <param name="slot">Place within the record; null for all.</param>
    /// <param name="mayRemove">Whether the page offers to take files away; the gate is asked again when somebody does.</param>
    public async Task<AttachmentList> ListAsync(string recordId, string? slot = null, bool mayRemove = false)
    {
        var time = await times.GetAsync();
        var today = time.DayAt(clock.UtcNow);
        return new([.. (await OfAsync(recordId, slot)).Select(file => new AttachmentLine(file, SizeOf(file.Size), Moments.Near(time.At(file.AddedAtUtc), today)))]) { MayRemove = mayRemove };
    }

    /// <summary>A file of a record by its id, without its bytes; null when there is none.</summary>
    public async Task<Attachment?> FindAsync(string attachmentId) =>
        await session.Query<Attachment, AttachmentIndex>(row => row.AttachmentId == attachmentId && row.RecordId != null).FirstOrDefaultAsync();

    /// <summary>The bytes of a file; null when it is gone. Ask its gate first.</summary>
    /// <param name="small">Whether a picture is wanted as lists show it.</param>
    public async Task<byte[]?> OpenAsync(Attachment file, bool small = false)
    {
        var key = small && file.IsPicture ? Small(file.AttachmentId) : file.AttachmentId;
        return (await session.Query<AttachmentContent, AttachmentContentIndex>(row => row.Key == key).FirstOrDefaultAsync())?.Bytes;
    }

    /// <summary>Whether a gate of the file's kind lets the reader open it.</summary>
    public Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader) => AnyAsync(file, gate => gate.MayReadAsync(file, reader));

    /// <summary>Whether a gate of the file's kind lets the reader take it away.</summary>
    public Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => AnyAsync(file, gate => gate.MayRemoveAsync(file, reader));

    /// <summary>Takes a file away. The record's history keeps its name, by whom and why.</summary>
    /// <exception cref="RefusedException">No reason was given.</exception>
    public async Task RemoveAsync(Attachment file, Actor by, string? why)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw LifecycleRefusals.ReasonMissing.At("Reason");
        }

        await history.KeepAsync(file.Kind, file.RecordId!, new Step(AttachmentVerbs.Remove.Id, null, "", by, clock.UtcNow, $"{file.FileName}: {why.Trim()}"));
        await DeleteAsync([file]);
    }

    /// <summary>Deletes the files of records whose data are forgotten, without a word in the history.</summary>
    public async Task ForgetAsync(IEnumerable<string> recordIds, string? slot = null)
    {
        foreach (var portion in recordIds.Chunk(500))
        {
            await DeleteAsync((await OfAsync(portion, slot)).SelectMany(files => files));
        }
    }

    internal async Task DeleteAsync(IEnumerable<Attachment> files)
    {
        foreach (var portion in files.Chunk(100))
        {
            var keys = portion.SelectMany(file => new[] { file.AttachmentId, Small(file.AttachmentId) }).ToArray();
            foreach (var content in await session.Query<AttachmentContent, AttachmentContentIndex>(row => row.Key.IsIn(keys)).ListAsync())
            {
                session.Delete(content);
            }

            foreach (var file in portion)
            {
                session.Delete(file);
            }
        }
    }

    private async Task<bool> AnyAsync(Attachment file, Func<IAttachmentGate, Task<bool>> may)
    {
        foreach (var gate in gates.Where(gate => gate.Kind == file.Kind))
        {
            if (await may(gate))
            {
                return true;
            }
        }

        return false;
    }

    private async Task RefuseTooManyAsync(string recordId, int more, string field)
    {
        if (more + await session.QueryIndex<AttachmentIndex>(row => row.RecordId == recordId).CountAsync() > Most)
        {
            throw AttachmentRefusals.TooMany.At(field, Most);
        }
    }

    // Keys are nobody's who did not send the file.
    private async Task<IReadOnlyList<Attachment>> HeldAsync(List<string> keys, Actor by)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var since = clock.UtcNow - HeldFor;
        var asked = keys.Take(Most).ToArray();
        return [.. (await session.Query<Attachment, AttachmentIndex>(row => row.HeldKey.IsIn(asked) && row.AddedAtUtc > since).ListAsync()).Where(file => file.AddedById == by.Id)];
    }

    private async Task<byte[]> ReadAsync(IFormFile file, string field)
    {
        var largest = (await sites.GetSiteSettingsAsync()).As<AttachmentSettings>().Megabytes;
        if (file.Length > largest * 1024L * 1024)
        {
            throw AttachmentRefusals.TooLarge.At(field, largest);
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private async Task<Attachment> TakeAsync(YesSql.ISession into, byte[] bytes, string fileName, Actor by, string field, bool picturesOnly)
    {
        if (bytes.Length == 0)
        {
            throw AttachmentRefusals.Empty.At(field);
        }

        var kind = FileKind.Of(bytes) ?? throw (picturesOnly ? AttachmentRefusals.NoPicture : AttachmentRefusals.WrongKind).At(field);
        byte[]? small = null;
        if (kind == FileKind.Picture)
        {
            bytes = await PhotoPrint.OfAsync(bytes, field, PicturePixels);
            small = await PhotoPrint.OfAsync(bytes, field, SmallPixels);
        }
        else if (picturesOnly)
        {
            throw AttachmentRefusals.NoPicture.At(field);
        }

        var file = new Attachment
        {
            AttachmentId = IdGenerator.GenerateId(),
            FileName = FileNames.Clean(fileName, kind),
            MediaType = kind.MediaType,
            Size = bytes.Length,
            AddedAtUtc = clock.UtcNow,
            AddedById = by.Id,
            AddedByName = by.Name,
        };
        await into.SaveAsync(new AttachmentContent { Key = file.AttachmentId, Bytes = bytes });
        if (small is not null)
        {
            await into.SaveAsync(new AttachmentContent { Key = Small(file.AttachmentId), Bytes = small });
        }

        return file;
    }

    private static string Small(string attachmentId) => attachmentId + "-small";

    private static string SizeOf(int bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024.0 * 1024):0.#} MB");
}

/// <summary>What history says of files; translated in the context of this class.</summary>
public static class AttachmentVerbs
{
    public static readonly Verb Remove = new("remove-file", "Remove a file");
}

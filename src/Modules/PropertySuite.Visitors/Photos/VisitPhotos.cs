using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>The visitors' photos: taken in, kept beside the visit, shown, deleted with the visitor's identity.</summary>
public sealed class VisitPhotos(YesSql.ISession session, IStore store, IClock clock)
{
    /// <summary>Largest file that is taken in, in bytes: a photo as a phone takes it. Pages with script send far less.</summary>
    public const int Largest = 8 * 1024 * 1024;

    /// <summary>How long a photo waits for its form to be sent again.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromHours(1);

    /// <summary>What was sent as a photo, made small and without the camera's notes; null when nothing was sent.</summary>
    /// <exception cref="RefusedException">It is too large, or no picture.</exception>
    public async Task<VisitPhoto?> ReadAsync(IFormFile? file)
    {
        if (file is null or { Length: 0 })
        {
            return null;
        }

        if (file.Length > Largest)
        {
            throw VisitRefusals.PhotoTooLarge.At("Photo");
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes);
        }

        return new VisitPhoto
        {
            Key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16)),
            MediaType = PhotoPrint.MediaType,
            Bytes = await PhotoPrint.OfAsync(bytes, "Photo"),
            TakenAtUtc = clock.UtcNow,
        };
    }

    /// <summary>Holds a photo while its form is corrected, in a transaction of its own: the request's has been given up.</summary>
    /// <returns>The key that finds it again.</returns>
    public async Task<string> HoldAsync(VisitPhoto photo)
    {
        await using var own = store.CreateSession();
        await own.SaveAsync(photo);
        await own.SaveChangesAsync();
        return photo.Key;
    }

    /// <summary>A photo that is held; null when it is gone or belongs to a visit.</summary>
    public async Task<VisitPhoto?> HeldAsync(string? key)
    {
        if (key is not { Length: 22 })
        {
            return null;
        }

        var since = clock.UtcNow - HeldFor;
        return await session.Query<VisitPhoto, VisitPhotoIndex>(row => row.Key == key && row.VisitId == null && row.TakenAtUtc > since).FirstOrDefaultAsync();
    }

    /// <summary>Keeps a photo with its visit, in the place of one that it may have.</summary>
    public async Task KeepAsync(VisitPhoto photo, string visitId)
    {
        if (await OfAsync(visitId) is { } before)
        {
            (before.Key, before.MediaType, before.Bytes, before.TakenAtUtc) = (photo.Key, photo.MediaType, photo.Bytes, photo.TakenAtUtc);
            photo = before;
        }

        photo.VisitId = visitId;
        await session.SaveAsync(photo);
    }

    /// <summary>The photo of a visit; null when it has none.</summary>
    public Task<VisitPhoto?> OfAsync(string visitId) => session.Query<VisitPhoto, VisitPhotoIndex>(row => row.VisitId == visitId).FirstOrDefaultAsync()!;

    /// <summary>Whether a visit has a photo.</summary>
    public async Task<bool> HasAsync(string visitId) => await session.QueryIndex<VisitPhotoIndex>(row => row.VisitId == visitId).CountAsync() > 0;

    /// <summary>Deletes the photo of a visit, if it has one.</summary>
    public async Task DeleteAsync(string visitId)
    {
        if (await OfAsync(visitId) is { } photo)
        {
            session.Delete(photo);
        }
    }

    /// <summary>Deletes photos whose form was never sent again.</summary>
    public async Task DeleteForgottenAsync()
    {
        var before = clock.UtcNow - HeldFor;
        foreach (var photo in await session.Query<VisitPhoto, VisitPhotoIndex>(row => row.VisitId == null && row.TakenAtUtc <= before).Take(100).ListAsync())
        {
            session.Delete(photo);
        }
    }
}

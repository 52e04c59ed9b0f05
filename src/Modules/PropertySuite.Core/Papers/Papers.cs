using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core.Pages;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Core;

/// <summary>Numbered prints of records: written once from the data of their moment, kept, printed again as reprints, found by their QR code.</summary>
public sealed class Papers(
    YesSql.ISession session,
    PaperWriter writer,
    NumberSeries numbers,
    CommunityCode community,
    CommunityTimes times,
    ISiteService sites,
    ILocalizationService cultures,
    OrchardCore.Entities.IIdGenerator ids,
    IHttpContextAccessor accessor,
    IClock clock)
{
    /// <summary>Kind of a paper's number.</summary>
    public const string Number = "DOC";

    /// <summary>Where the partial view of a record's papers lies; its model is a list of <see cref="PaperLine"/>.</summary>
    public const string List = "~/Areas/PropertySuite.Core/Views/Papers/_List.cshtml";

    /// <summary>Where the partial view of a sheet lies; its model is <see cref="PaperPage"/>.</summary>
    public const string Sheet = "~/Areas/PropertySuite.Core/Views/Papers/_Sheet.cshtml";

    /// <summary>Writes a paper and keeps it, in the transaction of the request.</summary>
    public async Task<Paper> IssueAsync<T>(PaperDraft<T> draft, Actor by)
    {
        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var number = await numbers.NextAsync(await community.GetAsync(), Number, time.DayAt(now).Year);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var site = await sites.GetSiteSettingsAsync();
        var language = draft.Language ?? await cultures.GetDefaultCultureAsync();
        var code = Address(site.BaseUrl, secret) is { } address ? QrPicture.Of(address) : null;

        var paper = new Paper
        {
            PaperId = ids.GenerateUniqueId(),
            Number = number,
            Kind = draft.Kind,
            Title = draft.Title,
            RecordId = draft.RecordId,
            RecordNumber = draft.RecordNumber,
            Permission = draft.Permission,
            Community = site.SiteName,
            Language = language,
            Html = await writer.WriteAsync(draft.View, new PaperSheet<T>(number, code, time, now, draft.Data), language),
            AtUtc = now,
            ByName = by.Name,
            SecretHash = Hash(secret),
            Secret = secret,
            ValidUntil = draft.ValidUntil,
        };
        await session.SaveAsync(paper);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(PaperIndex.Number), NumberRefusals.TakenMeanwhile));
        return paper;
    }

    /// <summary>The paper with this id; null when there is none.</summary>
    public async Task<Paper?> FindAsync(string? paperId) =>
        paperId is { Length: > 0 and <= 26 } ? await session.Query<Paper, PaperIndex>(row => row.PaperId == paperId).FirstOrDefaultAsync() : null;

    /// <summary>The paper whose QR code holds this secret; null when there is none.</summary>
    public async Task<Paper?> OfSecretAsync(string secret)
    {
        var hash = Hash(secret);
        return await session.Query<Paper, PaperIndex>(row => row.SecretHash == hash).FirstOrDefaultAsync();
    }

    /// <summary>The papers of a record, the latest first.</summary>
    public async Task<IReadOnlyList<Paper>> OfRecordAsync(string recordId) =>
        [.. await session.Query<Paper, PaperIndex>(row => row.RecordId == recordId).OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).ListAsync()];

    /// <summary>Notes a print.</summary>
    /// <returns>Which print it is: 1 is the original.</returns>
    /// <exception cref="RefusedException">The paper is void.</exception>
    public async Task<int> PrintAsync(Paper paper, Actor by)
    {
        if (paper.Standing == PaperStanding.Void)
        {
            throw PaperRefusals.IsVoid.With();
        }

        paper.Prints = [.. paper.Prints, new PaperPrint(clock.UtcNow, by.Name)];
        await session.SaveAsync(paper, checkConcurrency: true);
        await session.FlushOrRefuseAsync();
        return paper.Prints.Count;
    }

    /// <summary>Says of a record's papers of a kind whether they still hold. What is void stays void.</summary>
    /// <param name="validUntil">Another last day; null leaves it.</param>
    public async Task StandAsync(string recordId, string kind, PaperStanding standing, DateOnly? validUntil = null)
    {
        foreach (var paper in await session.Query<Paper, PaperIndex>(row => row.RecordId == recordId && row.Kind == kind).ListAsync())
        {
            if (paper.Standing != PaperStanding.Void)
            {
                paper.Standing = standing;
                paper.ValidUntil = validUntil ?? paper.ValidUntil;
                await session.SaveAsync(paper, checkConcurrency: true);
            }
        }
    }

    private string? Address(string? baseUrl, string secret) =>
        accessor.HttpContext?.Request is { Host.HasValue: true } request ? $"{request.Scheme}://{request.Host}{request.PathBase}/paper/{secret}"
        : Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? new Uri(address, address.AbsolutePath.TrimEnd('/') + "/paper/" + secret).ToString()
        : null;

    private static string Hash(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>A paper in the list of a record's page.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Title">What it is, in the reader's language.</param>
/// <param name="At">When it was issued, in words.</param>
/// <param name="Url">Where it is read; null when this reader may not.</param>
public sealed record PaperLine(Paper Paper, string Title, string At, string? Url);

/// <summary>A sheet as it is shown.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Title">What it is, in the reader's language.</param>
/// <param name="Print">Which print: 1 is the original, 0 is only read.</param>
/// <param name="Time">The community's time.</param>
public sealed record PaperPage(Paper Paper, string Title, int Print, CommunityTime Time)
{
    /// <summary>Whether what it says holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => Paper.Standing == PaperStanding.InForce && (Paper.ValidUntil is not { } last || day <= last);
}

/// <summary>What papers refuse.</summary>
public static class PaperRefusals
{
    /// <summary>A void paper is not printed again.</summary>
    public static readonly Refusal IsVoid = new(typeof(PaperRefusals), "paper.is-void", "This paper is void. It is kept to be read, and not printed again.");
}

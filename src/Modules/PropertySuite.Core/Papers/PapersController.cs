using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>Papers of the staff: read, printed, printed again.</summary>
[Requires(PaperPermissions.ReadPapers)]
public sealed class PapersController(Papers papers, CurrentActor actors, CommunityTimes times, IStringLocalizerFactory localizers, IAuthorizationService authorization, IPermissionService permissions) : Controller
{
    /// <summary>The sheet, to be read.</summary>
    [HttpGet, Admin("Papers/{paperId}", "Paper")]
    public async Task<IActionResult> Show(string paperId) =>
        await FindAsync(paperId) is { } paper ? View("Sheet", await PageAsync(paper, 0)) : NotFound();

    /// <summary>Notes a print and shows it.</summary>
    [HttpPost, Admin("Papers/{paperId}/Print", "PaperPrint")]
    public async Task<IActionResult> Print(string paperId) =>
        await FindAsync(paperId) is { } paper
            ? RedirectToAction(nameof(Printed), new { paperId, print = await papers.PrintAsync(paper, await actors.GetAsync()) })
            : NotFound();

    /// <summary>A print: the original, or a reprint that says so.</summary>
    [HttpGet, Admin("Papers/{paperId}/Prints/{print}", "PaperPrinted")]
    public async Task<IActionResult> Printed(string paperId, int print) =>
        await FindAsync(paperId) is { } paper && print >= 1 && print <= paper.Prints.Count ? View("Sheet", await PageAsync(paper, print)) : NotFound();

    private async Task<Paper?> FindAsync(string paperId)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return await papers.FindAsync(paperId) is { } paper
            && await permissions.FindByNameAsync(paper.Permission) is { } permission
            && await authorization.AuthorizeAsync(User, permission)
                ? paper
                : null;
    }

    private async Task<PaperPage> PageAsync(Paper paper, int print) => new(paper, localizers.Say(paper.Title), print, await times.GetAsync());
}

/// <summary>
/// The page behind a paper's QR code: whether it is genuine and holds, and nothing personal. Its address holds 128 random bits, is stored
/// hashed, kept by no cache and told to no other site.
/// </summary>
[AllowAnonymous]
public sealed class PaperProofController(Papers papers, CommunityTimes times, IStringLocalizerFactory localizers, IClock clock) : Controller
{
    /// <summary>What the paper is, and whether it holds today.</summary>
    [HttpGet("paper/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var time = await times.GetAsync();
        return await papers.OfSecretAsync(secret) is { } paper
            ? View(new PaperProof(new PaperPage(paper, localizers.Say(paper.Title), 0, time), time.DayAt(clock.UtcNow)))
            : NotFound();
    }
}

/// <summary>The page behind the code.</summary>
public sealed record PaperProof(PaperPage Page, DateOnly Today)
{
    /// <summary>Whether it holds today.</summary>
    public bool Holds => Page.HoldsOn(Today);
}

/// <summary>Makes the lines of a record's papers.</summary>
public sealed class PaperLines(Papers papers, CommunityTimes times, IStringLocalizerFactory localizers)
{
    /// <summary>The papers of a record, the latest first.</summary>
    /// <param name="address">Where a paper is read by this reader; null for nowhere.</param>
    public async Task<IReadOnlyList<PaperLine>> OfAsync(string recordId, Func<Paper, string?> address)
    {
        var time = await times.GetAsync();
        return [.. (await papers.OfRecordAsync(recordId)).Select(paper => new PaperLine(paper, localizers.Say(paper.Title), Moments.Short(time.At(paper.AtUtc)), address(paper)))];
    }
}

/// <summary>Who may read papers; each paper asks for its own permission besides.</summary>
public sealed class PaperPermissions : IPermissionProvider
{
    /// <summary>Read and print papers of the records that one may see.</summary>
    public const string ReadPapers = nameof(ReadPapers);

    internal static readonly Permission Read = new(ReadPapers, "Read and print papers of the records that one may see");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Read]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [.. new[] { "Administrator", "Manager", "Supervisor", "Desk", "Cashier", "Engineer", "Captain", "Guard" }.Select(role => new PermissionStereotype { Name = role, Permissions = [Read] })];
}

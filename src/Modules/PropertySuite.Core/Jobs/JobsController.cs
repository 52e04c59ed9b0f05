using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core;

/// <summary>Jobs under way and done: one's own, or with the permission everybody's.</summary>
public sealed class JobsController(
    JobBook book, JobRunner runner, JobNames names, CurrentActor actors, CommunityTimes times, IClock clock, ISession session, INotifier notifier, IHtmlLocalizer<JobsController> H) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list, the latest first.</summary>
    [HttpGet, Admin("Jobs", "Jobs"), Requires(JobPermissions.SeeJobs)]
    public async Task<IActionResult> Index(int page = 1)
    {
        var actor = await ActorAsync();
        var mine = actor.Id;
        var query = actor.May(JobPermissions.ManageJobs) ? session.Query<Job, JobIndex>() : session.Query<Job, JobIndex>(row => row.OrderedById == mine);
        var total = await query.CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var jobs = (await query.OrderByDescending(row => row.OrderedUtc).Skip((page - 1) * PageSize).Take(PageSize).ListAsync()).ToList();
        var time = await times.GetAsync();
        foreach (var job in jobs)
        {
            runner.Show(job);
        }

        return View(new JobsPage([.. jobs.Select(job => Line(job, time))], page, pages, total));
    }

    /// <summary>One job.</summary>
    [HttpGet, Admin("Jobs/{jobId}", "Job"), Requires(JobPermissions.SeeJobs)]
    public async Task<IActionResult> Show(string jobId) => await FindAsync(jobId) is { } job ? View(Line(job, await times.GetAsync())) : NotFound();

    /// <summary>Stops a job.</summary>
    [HttpPost, Admin("Jobs/{jobId}/Cancel", "JobCancel"), Requires(JobPermissions.SeeJobs)]
    public async Task<IActionResult> Cancel(string jobId)
    {
        if (await FindAsync(jobId) is not { } job)
        {
            return NotFound();
        }

        await (await book.CancelAsync(job.JobId)
            ? notifier.SuccessAsync(H["“{0}” is stopped. What it had finished stays.", job.Subject])
            : notifier.InformationAsync(H["“{0}” had ended already.", job.Subject]));
        return RedirectToAction(nameof(Show), new { jobId });
    }

    /// <summary>Has a job tried again.</summary>
    [HttpPost, Admin("Jobs/{jobId}/Retry", "JobRetry"), Requires(JobPermissions.SeeJobs)]
    public async Task<IActionResult> Retry(string jobId)
    {
        if (await FindAsync(jobId) is not { } job)
        {
            return NotFound();
        }

        await (await book.RetryAsync(job.JobId)
            ? notifier.SuccessAsync(H["“{0}” is tried again; it goes on where it stopped.", job.Subject])
            : notifier.InformationAsync(H["“{0}” cannot be tried again: it runs, or has ended well.", job.Subject]));
        return RedirectToAction(nameof(Show), new { jobId });
    }

    // Somebody else's job is not there, rather than forbidden: ids say nothing to outsiders.
    private async Task<Job?> FindAsync(string jobId)
    {
        var actor = await ActorAsync();
        return await book.FindAsync(jobId) is { } job && (job.OrderedById == actor.Id || actor.May(JobPermissions.ManageJobs)) ? job : null;
    }

    private Task<Actor> ActorAsync() => actors.GetAsync(JobPermissions.ManageJobs);

    private JobLine Line(Job job, CommunityTime time)
    {
        var today = time.DayAt(clock.UtcNow);
        return new(job, names.Of(job.Kind), Near(job.OrderedUtc)!, Near(job.DueUtc)!, Near(job.StartedUtc), Near(job.EndedUtc));

        string? Near(DateTime? utc) => utc is { } moment ? Moments.Near(time.At(moment), today) : null;
    }
}

/// <summary>Names kinds of jobs in the reader's language.</summary>
public sealed class JobNames(IEnumerable<IJobWorker> workers)
{
    private readonly Dictionary<string, string> _names = workers.GroupBy(worker => worker.Kind, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Name.Value, StringComparer.Ordinal);

    /// <summary>The name; the kind itself when its feature is off.</summary>
    public string Of(string kind) => _names.GetValueOrDefault(kind, kind);
}

/// <summary>The list of jobs.</summary>
/// <param name="Lines">Jobs of this page.</param>
/// <param name="Page">Number of the page.</param>
/// <param name="Pages">Pages in all.</param>
/// <param name="Total">Jobs in all.</param>
public sealed record JobsPage(IReadOnlyList<JobLine> Lines, int Page, int Pages, int Total);

/// <summary>A job as it is shown; times are the community's.</summary>
/// <param name="Job">The job.</param>
/// <param name="Kind">Its kind in the reader's language.</param>
/// <param name="Ordered">When it was ordered.</param>
/// <param name="Due">When it may begin.</param>
/// <param name="Started">When the last attempt began; null before.</param>
/// <param name="Ended">When it ended; null before.</param>
public sealed record JobLine(Job Job, string Kind, string Ordered, string Due, string? Started, string? Ended)
{
    /// <summary>Whether somebody can stop it.</summary>
    public bool CanStop => !Job.HasEnded && !Job.IsCancelAsked;

    /// <summary>Whether it can be tried again.</summary>
    public bool CanRetry => Job.State is JobState.Failed or JobState.Cancelled;
}

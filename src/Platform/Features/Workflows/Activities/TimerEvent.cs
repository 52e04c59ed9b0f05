using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>
/// Waits for a moment: that of an expression, or after a while, or the next time of a schedule. In the original there are only schedules; it
/// leaves the other two properties alone.
/// </summary>
internal sealed class TimerEvent(IWorkflowExpressionEvaluator expressions, CommunityZone community, IClock clock, IStringLocalizer<ActivityTexts> s)
    : SuiteEvent(s), ITimedActivity, ICheckedActivity
{
    public override LocalizedString DisplayText => S["Timer"];

    public override LocalizedString Category => S["Time"];

    /// <summary>A schedule on the community's clock.</summary>
    public string CronExpression
    {
        get => GetProperty(() => "*/5 * * * *");
        set => SetProperty(value);
    }

    /// <summary>A length of time; wins over the schedule.</summary>
    public string? Interval
    {
        get => GetProperty<string?>();
        set => SetProperty(value!);
    }

    /// <summary>Liquid that gives a moment, in UTC unless it says otherwise; wins over both.</summary>
    public WorkflowExpression<string>? Until
    {
        get => GetProperty<WorkflowExpression<string>?>();
        set => SetProperty(value!);
    }

    /// <summary>Since when the instance waits here.</summary>
    public DateTime? StartedUtc
    {
        get => GetProperty<DateTime?>();
        set => SetProperty(value!);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Interval), FieldKind.Text, S["After"], S["A length of time, such as PT3M for three minutes or 00:03:00."]),
        new(nameof(CronExpression), FieldKind.Text, S["Schedule"], S["Minute, hour, day, month, weekday on the community's clock, such as 0 8 * * 1-5. Used where no length is given."]),
        new(nameof(Until), FieldKind.Liquid, S["Until"], S["A moment of the record, in Liquid. Used before the others."]),
    ];

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        StartedUtc = clock.UtcNow;
        return Halt();
    }

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        StartedUtc = null;
        return Outcomes("Done");
    }

    public async Task<DateTime?> DueAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var started = DateTime.SpecifyKind(StartedUtc ?? clock.UtcNow, DateTimeKind.Utc);
        if (!string.IsNullOrWhiteSpace(Until?.Expression))
        {
            var text = (await expressions.EvaluateAsync(Until, workflowContext, null!))?.Trim();
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : throw new InvalidOperationException($"\"{text}\" is not a moment to wait for.");
        }

        return string.IsNullOrWhiteSpace(Interval) ? TimerRule.Next(CronExpression, started, await community.GetAsync()) : started + TimerRule.Interval(Interval);
    }

    public async Task<DateTime?> NextStartAsync(DateTime afterUtc) =>
        string.IsNullOrWhiteSpace(Interval) ? TimerRule.Next(CronExpression, afterUtc, await community.GetAsync()) : afterUtc + TimerRule.Interval(Interval);

    public IEnumerable<(string Property, string Problem)> Check(JsonObject properties)
    {
        if (Problem(() => TimerRule.Schedule(CronExpression)) is { } schedule)
            yield return (nameof(CronExpression), schedule);
        if (!string.IsNullOrWhiteSpace(Interval) && Problem(() => TimerRule.Interval(Interval)) is { } interval)
            yield return (nameof(Interval), interval);
    }

    private static string? Problem(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}

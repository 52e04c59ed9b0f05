using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Users.Services;
using OrchardCore.Workflows;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Workflows;
using YesSql;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Finds instances, and says how one came to where it is.</summary>
internal sealed class InstanceList(ISession session, TypeSteps steps, CommunityZone community, IUserService users, IAuthorizationService authorization)
{
    private const int MaxValue = 2000;

    public async Task<(IReadOnlyList<InstanceRow> Rows, int Total)> FindAsync(WorkflowType type, string? text, WorkflowStatus? status, int skip, int take)
    {
        var zone = await community.GetAsync();
        var total = await Query(type, text, status).CountAsync();
        var found = await Query(type, text, status).OrderByDescending(index => index.ChangedUtc).Skip(skip).Take(take).ListAsync();
        return ([.. found.Select(workflow => new InstanceRow(
            workflow.WorkflowId,
            string.IsNullOrEmpty(workflow.CorrelationId) ? null : workflow.CorrelationId,
            workflow.Status,
            string.Join(", ", workflow.BlockingActivities.Select(waiting => TitleIn(type, waiting.ActivityId))) is { Length: > 0 } waits && workflow.Status == WorkflowStatus.Halted ? waits : null,
            workflow.Status == WorkflowStatus.Faulted ? workflow.FaultMessage : null,
            Local(workflow.CreatedUtc, zone),
            Local(workflow.Record.ChangedUtc, zone)))], total);
    }

    public async Task<InstancePage> PageOfAsync(Workflow workflow, WorkflowType type, ClaimsPrincipal reader)
    {
        var zone = await community.GetAsync();
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var by in workflow.Record.Path.Select(step => step.By).OfType<string>().Distinct())
            names[by] = (await users.GetUserByUniqueIdAsync(by))?.UserName ?? by;

        var waits = new List<WaitRow>();
        foreach (var waiting in workflow.Status == WorkflowStatus.Halted ? workflow.BlockingActivities : [])
        {
            waits.Add(new WaitRow(
                waiting.ActivityId,
                TitleIn(type, waiting.ActivityId),
                workflow.Record.Due.TryGetValue(waiting.ActivityId, out var due) ? Local(due, zone) : null,
                await ChoicesAsync(type, waiting.ActivityId, reader)));
        }

        return new InstancePage
        {
            Workflow = workflow,
            Type = type,
            Waits = waits,
            Path = [.. workflow.Record.Path.Select(step => new PathRow(
                step.Act, step.ActivityId is null ? null : TitleIn(type, step.ActivityId), string.Join(", ", (step.Outcome ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(steps.ExitOf)), Local(step.AtUtc, zone), step.By is null ? null : names[step.By], step.Note))],
            Variables = [.. Variables(workflow)],
            CreatedAt = Local(workflow.CreatedUtc, zone),
            FailedAt = workflow.Record.Failed?.At is { } at ? TitleIn(type, at) : null,
            Forgotten = workflow.Record.Forgotten,
        };
    }

    // Whoever may execute workflows decides where no role is named; a role that is named decides alone, beside those who execute.
    public async Task<IReadOnlyList<string>> ChoicesAsync(WorkflowType type, string activityId, ClaimsPrincipal reader) =>
        type.Activities.FirstOrDefault(record => record.ActivityId == activityId) is { } record && steps.Instantiate(record) is UserTaskEvent task
        && (task.Roles.Any(reader.IsInRole) || await authorization.AuthorizeAsync(reader, WorkflowsPermissions.ExecuteWorkflows))
            ? [.. task.Actions]
            : [];

    private static IEnumerable<(string Group, string Name, string Value)> Variables(Workflow workflow)
    {
        foreach (var group in (string[])["Input", "Properties", "Output"])
        {
            foreach (var (name, value) in workflow.State[group] as JsonObject ?? [])
            {
                var text = value switch
                {
                    null => "—",
                    JsonValue scalar when scalar.TryGetValue<string>(out var plain) => plain,
                    _ => value.ToJsonString(),
                };
                yield return (group, name, text.Length > MaxValue ? text[..MaxValue] + "…" : text);
            }
        }
    }

    public string TitleIn(WorkflowType type, string activityId) =>
        type.Activities.FirstOrDefault(record => record.ActivityId == activityId) is { } record ? steps.TitleOf(record) : activityId;

    private IQuery<Workflow, WorkflowIndex> Query(WorkflowType type, string? text, WorkflowStatus? status)
    {
        var id = type.WorkflowTypeId;
        var query = session.Query<Workflow, WorkflowIndex>(index => index.WorkflowTypeId == id);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var wanted = text.Trim();
            query = query.Where(index => index.WorkflowId == wanted || index.CorrelationId!.Contains(wanted));
        }

        if (status is not { } asked)
            return query;
        var number = (int)asked;
        return query.Where(index => index.Status == number);
    }

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}

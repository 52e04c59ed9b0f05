using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>
/// The settings page <c>Admin/Settings/visitors</c>: which kinds of visit there are, how hosts are asked, who stays too long, and how long a
/// visitor's identity is kept.
/// </summary>
public sealed class VisitorSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IStringLocalizer<VisitorSettingsDriver> S)
    : SiteDisplayDriver<VisitorSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "visitors";

    private const int Week = 7 * 24 * 60; // minutes

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, VisitorSettings section, BuildEditorContext context) =>
        await MayAsync() ? Show(VisitorSettingsForm.Of(section)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, VisitorSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new VisitorSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.IdentityDays = Read(context, form.IdentityDays, nameof(form.IdentityDays), 1, VisitorSettings.LongestIdentityDays) ?? section.IdentityDays;
        section.MaskAfterHours = Read(context, form.MaskAfterHours, nameof(form.MaskAfterHours), 0, 720) ?? section.MaskAfterHours;
        section.AnswerMinutes = Read(context, form.AnswerMinutes, nameof(form.AnswerMinutes), 1, 60) ?? section.AnswerMinutes;
        section.AnswerAttempts = Read(context, form.AnswerAttempts, nameof(form.AnswerAttempts), 1, 5) ?? section.AnswerAttempts;
        section.RingEveryMinutes = Read(context, form.RingEveryMinutes, nameof(form.RingEveryMinutes), 1, 240) ?? section.RingEveryMinutes;
        section.Rings = Read(context, form.Rings, nameof(form.Rings), 0, 20) ?? section.Rings;
        section.ExtendMinutes = Read(context, form.ExtendMinutes, nameof(form.ExtendMinutes), 5, 1440) ?? section.ExtendMinutes;
        section.Holidays = form.Holidays is null ? section.Holidays : VisitPlan.OrNull(form.Holidays);
        foreach (var (kind, typed) in form.Rules.Where(pair => Enum.TryParse<VisitKind>(pair.Key, out _)))
        {
            section.Rules[kind] = new VisitKindRule
            {
                NeedsApproval = typed.NeedsApproval,
                ApprovalAbovePersons = string.IsNullOrWhiteSpace(typed.ApprovalAbovePersons) ? null : Read(context, typed.ApprovalAbovePersons, $"Rules[{kind}].ApprovalAbovePersons", 1, 50),
                GraceMinutes = string.IsNullOrWhiteSpace(typed.GraceMinutes) ? null : Read(context, typed.GraceMinutes, $"Rules[{kind}].GraceMinutes", 0, Week),
            };
        }

        // The order that a recipe has given stays; what is newly marked comes after it.
        VisitKind[] wanted = [.. Enum.GetValues<VisitKind>().Where(kind => form.Kinds.Contains(kind.ToString()))];
        if (!wanted.ToHashSet().SetEquals(VisitKinds.Offered(section.Kinds)))
        {
            section.Kinds = [.. VisitKinds.Offered(section.Kinds).Where(wanted.Contains).Union(wanted).Select(kind => kind.ToString())];
        }

        return Show(form);
    }

    private int? Read(UpdateEditorContext context, string? typed, string field, int least, int most)
    {
        // What a page does not ask stays as it is.
        if (typed is null)
        {
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.CurrentCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        context.Updater.ModelState.AddModelError($"{Prefix}.{field}", S["Enter a whole number from {0} to {1}.", least, most]);
        return null;
    }

    private ShapeResult Show(VisitorSettingsForm filled) => Initialize<VisitorSettingsForm>("VisitorSettings_Edit", form => form.Take(filled)).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>What the page shows, as typed, so that what is no number can be shown again; public and open, since shapes are made of it.</summary>
public class VisitorSettingsForm
{
    public string? IdentityDays { get; set; }

    public string? MaskAfterHours { get; set; }

    public string? AnswerMinutes { get; set; }

    public string? AnswerAttempts { get; set; }

    public string? RingEveryMinutes { get; set; }

    public string? Rings { get; set; }

    public string? ExtendMinutes { get; set; }

    public string? Holidays { get; set; }

    /// <summary>Names of the kinds that are marked.</summary>
    public string[] Kinds { get; set; } = [];

    /// <summary>Rules by names of kinds.</summary>
    public Dictionary<string, VisitKindRuleForm> Rules { get; set; } = [];

    /// <summary>The form of what is set.</summary>
    public static VisitorSettingsForm Of(VisitorSettings section) => new()
    {
        IdentityDays = Write(section.IdentityDays),
        MaskAfterHours = Write(section.MaskAfterHours),
        AnswerMinutes = Write(section.AnswerMinutes),
        AnswerAttempts = Write(section.AnswerAttempts),
        RingEveryMinutes = Write(section.RingEveryMinutes),
        Rings = Write(section.Rings),
        ExtendMinutes = Write(section.ExtendMinutes),
        Holidays = section.Holidays,
        Kinds = [.. VisitKinds.Offered(section.Kinds).Select(kind => kind.ToString())],
        Rules = Enum.GetValues<VisitKind>().ToDictionary(kind => kind.ToString(), kind => section.RuleOf(kind) is var rule
            ? new VisitKindRuleForm { NeedsApproval = rule.NeedsApproval, ApprovalAbovePersons = Write(rule.ApprovalAbovePersons), GraceMinutes = Write(rule.GraceMinutes) }
            : new VisitKindRuleForm()),
    };

    internal void Take(VisitorSettingsForm other)
    {
        (IdentityDays, MaskAfterHours, AnswerMinutes, AnswerAttempts) = (other.IdentityDays, other.MaskAfterHours, other.AnswerMinutes, other.AnswerAttempts);
        (RingEveryMinutes, Rings, ExtendMinutes, Holidays) = (other.RingEveryMinutes, other.Rings, other.ExtendMinutes, other.Holidays);
        (Kinds, Rules) = (other.Kinds, other.Rules);
    }

    private static string? Write(int? number) => number?.ToString(CultureInfo.CurrentCulture);
}

/// <summary>What holds for a kind of visit, as typed.</summary>
public class VisitKindRuleForm
{
    public bool NeedsApproval { get; set; }

    public string? ApprovalAbovePersons { get; set; }

    public string? GraceMinutes { get; set; }
}

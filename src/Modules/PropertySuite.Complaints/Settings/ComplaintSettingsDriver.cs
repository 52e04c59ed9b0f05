using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The settings page <c>Admin/Settings/complaints</c>: categories, deadlines of the levels, silence, return visits.</summary>
public sealed class ComplaintSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, ServiceDesk desk, IStringLocalizer<ComplaintSettingsDriver> S, IStringLocalizer<ComplaintTexts> words)
    : SiteDisplayDriver<ComplaintSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "complaints";

    private const int EmptyRows = 3;

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, ComplaintSettings section, BuildEditorContext context) =>
        await MayAsync() ? await ShowAsync(FormOf(section)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, ComplaintSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new ComplaintSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.AcknowledgeMinutes = Read(context, form.AcknowledgeMinutes, nameof(form.AcknowledgeMinutes), 1, 10_000) ?? section.AcknowledgeMinutes;
        section.SilenceDays = Read(context, form.SilenceDays, nameof(form.SilenceDays), 1, 60) ?? section.SilenceDays;
        section.VisitDays = Read(context, form.VisitDays, nameof(form.VisitDays), 1, 60) ?? section.VisitDays;
        section.ReopenDays = Read(context, form.ReopenDays, nameof(form.ReopenDays), 0, 365) ?? section.ReopenDays;
        section.WarnAtPercent = Read(context, form.WarnAtPercent, nameof(form.WarnAtPercent), 10, 100) ?? section.WarnAtPercent;

        var usual = section.OfferedLevels;
        section.Levels = [.. form.Levels.Take(4).Select((level, at) => new ComplaintLevel
        {
            ContactMinutes = Read(context, level.ContactMinutes, $"Levels[{at}].ContactMinutes", 0, 100_000) ?? usual[at].ContactMinutes,
            SolveAmount = Read(context, level.SolveAmount, $"Levels[{at}].SolveAmount", 1, 100_000) ?? usual[at].SolveAmount,
            SolveUnit = Enum.TryParse<TargetUnit>(level.SolveUnit, out var unit) && Enum.IsDefined(unit) ? unit : usual[at].SolveUnit,
            VisitPercent = Read(context, level.VisitPercent, $"Levels[{at}].VisitPercent", 0, 100) ?? usual[at].VisitPercent,
        })];

        var teams = await desk.TeamsAsync();
        var known = section.Offered.ToDictionary(category => category.Id, StringComparer.Ordinal);
        var kept = new List<ComplaintCategory>();
        foreach (var typed in form.Categories.Where(typed => !string.IsNullOrWhiteSpace(typed.Name)).Take(ComplaintSettings.MostCategories))
        {
            // A shipped name stays the shipped one while nobody writes another, so that it is said in every language.
            var name = typed.Name!.Trim();
            var of = typed.Id is { } id ? known.GetValueOrDefault(id) : null;
            kept.Add(new ComplaintCategory
            {
                Id = of?.Id ?? Slug(name, kept.Select(each => each.Id).Concat(known.Keys)),
                Name = of is not null && words[of.Name].Value == name ? of.Name : name,
                Team = typed.Team is { } team && teams.Contains(team) ? team : of?.Team ?? teams[0],
                Level = typed.Level is >= 1 and <= 4 ? typed.Level : 1,
            });
        }

        if (kept.Count == 0)
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.Categories[0].Name", S["Keep one category at least."]);
        }
        else
        {
            section.Categories = kept;
        }

        return await ShowAsync(context.Updater.ModelState.IsValid ? FormOf(section) : form);
    }

    private int? Read(UpdateEditorContext context, string? typed, string field, int least, int most)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.CurrentCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        if (typed is not null)
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.{field}", S["Enter a whole number from {0} to {1}.", least, most]);
        }

        return null;
    }

    private ComplaintSettingsForm FormOf(ComplaintSettings section) => new()
    {
        AcknowledgeMinutes = Write(section.AcknowledgeMinutes),
        SilenceDays = Write(section.SilenceDays),
        VisitDays = Write(section.VisitDays),
        ReopenDays = Write(section.ReopenDays),
        WarnAtPercent = Write(section.WarnAtPercent),
        Levels = [.. section.OfferedLevels.Select(level => new ComplaintLevelForm { ContactMinutes = Write(level.ContactMinutes), SolveAmount = Write(level.SolveAmount), SolveUnit = level.SolveUnit.ToString(), VisitPercent = Write(level.VisitPercent) })],
        Categories = [.. section.Offered.Select(category => new ComplaintCategoryForm { Id = category.Id, Name = words[category.Name], Team = category.Team, Level = category.Level })],
    };

    private async Task<ShapeResult> ShowAsync(ComplaintSettingsForm filled)
    {
        var teams = await desk.TeamsAsync();
        var empty = Math.Max(0, Math.Min(EmptyRows, ComplaintSettings.MostCategories - filled.Categories.Count));
        return Initialize<ComplaintSettingsForm>("ComplaintSettings_Edit", form =>
        {
            (form.AcknowledgeMinutes, form.SilenceDays, form.VisitDays, form.ReopenDays, form.WarnAtPercent) = (filled.AcknowledgeMinutes, filled.SilenceDays, filled.VisitDays, filled.ReopenDays, filled.WarnAtPercent);
            (form.Levels, form.Teams) = (filled.Levels, teams);
            form.Categories = [.. filled.Categories.Where(category => category.Id is not null || !string.IsNullOrWhiteSpace(category.Name)), .. Enumerable.Range(0, empty).Select(_ => new ComplaintCategoryForm { Team = teams[0], Level = 1 })];
        }).Location("Content:5").OnGroup(GroupId);
    }

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);

    private static string Write(int number) => number.ToString(CultureInfo.CurrentCulture);

    private static string Slug(string name, IEnumerable<string> taken)
    {
        var letters = string.Concat(SearchText.Fold(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var wanted = letters.Length == 0 ? "category" : letters[..Math.Min(30, letters.Length)];
        var used = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, 1000).Select(at => at == 1 ? wanted : $"{wanted}-{at}").First(each => !used.Contains(each));
    }
}

/// <summary>What the page shows, as typed; public and open, since shapes are made of it.</summary>
public class ComplaintSettingsForm
{
    public string? AcknowledgeMinutes { get; set; }

    public string? SilenceDays { get; set; }

    public string? VisitDays { get; set; }

    public string? ReopenDays { get; set; }

    public string? WarnAtPercent { get; set; }

    /// <summary>Levels 1 to 4.</summary>
    public List<ComplaintLevelForm> Levels { get; set; } = [];

    /// <summary>Categories, with a few empty rows at the end.</summary>
    public List<ComplaintCategoryForm> Categories { get; set; } = [];

    /// <summary>Teams to choose from.</summary>
    public IReadOnlyList<string> Teams { get; set; } = [];
}

/// <summary>A level, as typed.</summary>
public class ComplaintLevelForm
{
    public string? ContactMinutes { get; set; }

    public string? SolveAmount { get; set; }

    public string? SolveUnit { get; set; }

    public string? VisitPercent { get; set; }
}

/// <summary>A category, as typed.</summary>
public class ComplaintCategoryForm
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Team { get; set; }

    public int Level { get; set; } = 1;
}

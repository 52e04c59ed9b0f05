using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Reads how the community's service desk works.</summary>
public sealed class ComplaintPolicy(ISiteService sites, WorkingCalendars calendars, IStringLocalizer<ComplaintTexts> words)
{
    private ComplaintSettings? _settings;

    /// <summary>The settings.</summary>
    public async Task<ComplaintSettings> SettingsAsync() => _settings ??= (await sites.GetSiteSettingsAsync()).As<ComplaintSettings>();

    /// <summary>The rules on the community's calendar.</summary>
    public async Task<ComplaintRules> RulesAsync() => (await SettingsAsync()).ToRules(await calendars.GetAsync());

    /// <summary>Categories with their names in the reader's language, the most usual first.</summary>
    public async Task<IReadOnlyList<(ComplaintCategory Category, string Name)>> CategoriesAsync() =>
        [.. (await SettingsAsync()).Offered.Select(category => (category, words[category.Name].Value))];

    /// <summary>The category with this id.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<ComplaintCategory> CategoryAsync(string? id) =>
        (await SettingsAsync()).Offered.FirstOrDefault(category => category.Id == id) ?? throw ComplaintRefusals.CategoryUnknown.At("Category");

    /// <summary>Name of a category in the reader's language; its id where the settings have it no more.</summary>
    public async Task<string> NameAsync(string id) => (await NamesAsync()).GetValueOrDefault(id, id);

    /// <summary>Names of categories by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync() =>
        (await CategoriesAsync()).DistinctBy(pair => pair.Category.Id).ToDictionary(pair => pair.Category.Id, pair => pair.Name, StringComparer.Ordinal);
}

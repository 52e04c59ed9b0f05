using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>The community's currency, on the settings page <c>Admin/Settings/money</c>.</summary>
public sealed class MoneySettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization) : SiteDisplayDriver<MoneySettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "money";

    /// <summary>Currencies that can be chosen.</summary>
    public static readonly IReadOnlyList<string> Currencies = ["EUR", "USD", "GBP", "CHF", "CNY", "MXN", "COP", "ARS", "CLP", "PEN", "JPY"];

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, MoneySettings section, BuildEditorContext context) =>
        await MayAsync() ? Initialize<MoneySettings>("MoneySettings_Edit", form => form.Currency = section.Currency ?? "EUR").Location("Content:5").OnGroup(GroupId) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, MoneySettings section, UpdateEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        var form = new MoneySettings();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.Currency = Currencies.Contains(form.Currency, StringComparer.Ordinal) ? form.Currency : section.Currency;
        return await EditAsync(site, section, context);
    }

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

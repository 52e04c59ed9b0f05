using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>The settings page <c>Admin/Settings/parking</c>.</summary>
public sealed class ParkingSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IMoneyBook money, IStringLocalizer<ParkingTexts> S) : SiteDisplayDriver<ParkingSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "parking";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, ParkingSettings section, BuildEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        var set = section.Sensible();
        return Show(new() { OfferHours = Text(set.OfferHours), PaymentHours = Text(set.PaymentHours), GraceDays = Text(set.GraceDays), Fine = new Money(set.Fine, await money.CurrencyAsync()).ToString() });
    }

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, ParkingSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        var form = new ParkingSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.OfferHours = Read(form.OfferHours, 1, 240, nameof(form.OfferHours)) ?? section.OfferHours;
        section.PaymentHours = Read(form.PaymentHours, 1, 720, nameof(form.PaymentHours)) ?? section.PaymentHours;
        section.GraceDays = Read(form.GraceDays, 0, 31, nameof(form.GraceDays)) ?? section.GraceDays;
        if (Money.Read(form.Fine, await money.CurrencyAsync()) is { } fine and <= 10_000) section.Fine = fine;
        else context.Updater.ModelState.AddModelError($"{Prefix}.{nameof(form.Fine)}", S[ParkingRefusals.FineWrong.Text]);
        return Show(form);

        int? Read(string? typed, int least, int most, string field)
        {
            if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            context.Updater.ModelState.AddModelError($"{Prefix}.{field}", S["Write a number from {0} to {1}.", least, most]);
            return null;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ShapeResult Show(ParkingSettingsForm shown) => Initialize<ParkingSettingsForm>("ParkingSettings_Edit", form =>
        (form.OfferHours, form.PaymentHours, form.GraceDays, form.Fine) = (shown.OfferHours, shown.PaymentHours, shown.GraceDays, shown.Fine)).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>The settings as typed.</summary>
public class ParkingSettingsForm
{
    public string? OfferHours { get; set; }

    public string? PaymentHours { get; set; }

    public string? GraceDays { get; set; }

    public string? Fine { get; set; }
}

using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>What works cost, on the settings page <c>Admin/Settings/decoration</c>.</summary>
public sealed class DecorationSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IMoneyBook book, IStringLocalizer<DecorationSettingsDriver> S) : SiteDisplayDriver<DecorationSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "decoration";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, DecorationSettings section, BuildEditorContext context) =>
        await MayAsync() ? Shown(DecorationSettingsForm.Of(section)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, DecorationSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        var form = new DecorationSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        var currency = await book.CurrencyAsync();
        var layouts = new List<LayoutTariff>();
        foreach (var (line, at) in (form.Layouts ?? "").Split('\n', StringSplitOptions.TrimEntries).Select((line, at) => (line, at + 1)).Where(pair => pair.line.Length > 0))
        {
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length == 3 && parts[0].Length is > 0 and <= 20 && Money.Read(parts[1], currency) is { } fee && Money.Read(parts[2], currency) is { } deposit) layouts.Add(new(parts[0], fee, deposit));
            else Wrong(nameof(form.Layouts), S["Line {0} cannot be read. Write the type, the fee and the deposit: T3; 100; 900", at]);
        }

        var rubbish = Read(form.RubbishPerSquareMetre, nameof(form.RubbishPerSquareMetre));
        var contractor = Read(form.ContractorDeposit, nameof(form.ContractorDeposit));
        var pass = Read(form.PassFee, nameof(form.PassFee));
        var card = Read(form.CardDeposit, nameof(form.CardDeposit));
        var months = Whole(form.SecondCheckMonths, nameof(form.SecondCheckMonths), 1, 6);
        var days = Whole(form.PaymentDays, nameof(form.PaymentDays), 1, 60);
        if (!context.Updater.ModelState.IsValid) return Shown(form);

        (section.Layouts, section.RubbishPerSquareMetre, section.ContractorDeposit, section.PassFee, section.CardDeposit) = (layouts, rubbish, contractor, pass, card);
        (section.SecondCheckMonths, section.PaymentDays, section.Hours) = (months, days, string.IsNullOrWhiteSpace(form.Hours) ? null : form.Hours.Trim());
        return await EditAsync(site, section, context);

        decimal Read(string? text, string field)
        {
            if (Money.Read(text, currency) is { } amount) return amount;
            Wrong(field, S["Write an amount, such as 5 or 2,10."]);
            return 0;
        }

        int Whole(string? text, string field, int least, int most)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            Wrong(field, S["Write a number from {0} to {1}.", least, most]);
            return least;
        }

        void Wrong(string field, string text) => context.Updater.ModelState.AddModelError($"{Prefix}.{field}", text);
    }

    private IDisplayResult Shown(DecorationSettingsForm filled) =>
        Initialize<DecorationSettingsForm>("DecorationSettings_Edit", filled.CopyTo).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, Permissions.Decide);
}

/// <summary>The form; public and open, since shapes are made of it.</summary>
public class DecorationSettingsForm
{
    /// <summary>A line for each type: type, fee, deposit.</summary>
    public string? Layouts { get; set; }

    public string? RubbishPerSquareMetre { get; set; }

    public string? ContractorDeposit { get; set; }

    public string? PassFee { get; set; }

    public string? CardDeposit { get; set; }

    public string? SecondCheckMonths { get; set; }

    public string? PaymentDays { get; set; }

    public string? Hours { get; set; }

    /// <summary>The form of the settings.</summary>
    public static DecorationSettingsForm Of(DecorationSettings settings) => new()
    {
        Layouts = string.Join('\n', settings.Layouts.Select(tariff => $"{tariff.Layout}; {Write(tariff.Fee)}; {Write(tariff.Deposit)}")),
        RubbishPerSquareMetre = Write(settings.RubbishPerSquareMetre),
        ContractorDeposit = Write(settings.ContractorDeposit),
        PassFee = Write(settings.PassFee),
        CardDeposit = Write(settings.CardDeposit),
        SecondCheckMonths = settings.SecondCheckMonths.ToString(CultureInfo.InvariantCulture),
        PaymentDays = settings.PaymentDays.ToString(CultureInfo.InvariantCulture),
        Hours = settings.Hours,
    };

    internal void CopyTo(DecorationSettingsForm other) =>
        (other.Layouts, other.RubbishPerSquareMetre, other.ContractorDeposit, other.PassFee, other.CardDeposit, other.SecondCheckMonths, other.PaymentDays, other.Hours)
        = (Layouts, RubbishPerSquareMetre, ContractorDeposit, PassFee, CardDeposit, SecondCheckMonths, PaymentDays, Hours);

    private static string Write(decimal amount) => amount.ToString("0.##", CultureInfo.CurrentCulture);
}

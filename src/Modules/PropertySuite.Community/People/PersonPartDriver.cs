using System.Globalization;
using System.Net.Mail;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Localization;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;

namespace PropertySuite.Community.People;

/// <summary>A person's or company's form (REG-03).</summary>
public sealed class PersonPartDriver(
    IPersonDirectory people, IUserService users, ILocalizationService languages, FormRefusals refusals) : ContentPartDisplayDriver<PersonPart>
{
    public override async Task<IDisplayResult> EditAsync(PersonPart part, BuildPartEditorContext context)
    {
        var cultures = await languages.GetSupportedCulturesAsync();
        var user = part.UserId is null ? null : await users.GetUserByUniqueIdAsync(part.UserId);
        return Initialize<PersonEditor>(GetEditorShapeType(context), form =>
        {
            form.IsNew = context.IsNew;
            form.Languages = [.. cultures.Select(culture => KeyValuePair.Create(culture, CultureInfo.GetCultureInfo(culture).NativeName))];
            (form.IsCompany, form.GivenNames, form.FamilyNames, form.CompanyName) = (part.IsCompany, part.GivenNames, part.FamilyNames, part.CompanyName);
            (form.Phone, form.Email, form.Language, form.Reach) = (part.Phone, part.Email, part.Language, part.Reach);
            (form.IsMinor, form.UserName) = (part.IsMinor, user?.UserName);
        }).Location("Content:1");
    }

    public override async Task<IDisplayResult> UpdateAsync(PersonPart part, UpdatePartEditorContext context)
    {
        var form = new PersonEditor();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        try
        {
            if (form.IsCompany) part.NameCompany(form.CompanyName);
            else part.Name(form.GivenNames, form.FamilyNames);
            part.MarkMinor(form.IsMinor);
            part.Contact(Phone(form.Phone), Email(form.Email), form.Language, form.Reach);
            part.SignInAs(await AccountAsync(part, form.UserName));
        }
        catch (RefusedException refused)
        {
            refusals.Say(context.Updater.ModelState, Prefix, refused);
        }
        return await EditAsync(part, context);
    }

    private async Task<string?> AccountAsync(PersonPart part, string? userName)
    {
        if (Words.OrNull(userName) is not { } name) return null;
        if (await users.GetUserAsync(name) is not User user) throw Refusals.AccountUnknown.At(nameof(PersonEditor.UserName));
        if (await people.OfUserAsync(user.UserId) is { } other && other.Id != part.ContentItem.ContentItemId)
        {
            throw Refusals.AccountTaken.At(nameof(PersonEditor.UserName), other.DisplayName);
        }
        return user.UserId;
    }

    private static string? Phone(string? typed) =>
        Words.OrNull(typed) is not { } phone ? null
            : phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-' or '.') && Words.Digits(phone).Length >= 3 ? phone
            : throw Refusals.PhoneMalformed.At(nameof(PersonEditor.Phone));

    private static string? Email(string? typed) =>
        Words.OrNull(typed) is not { } email ? null
            : MailAddress.TryCreate(email, out var address) && address.Address == email ? email
            : throw Refusals.EmailMalformed.At(nameof(PersonEditor.Email));
}

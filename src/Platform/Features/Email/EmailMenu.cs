using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Email;

internal sealed class EmailMenu(IStringLocalizer<EmailMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Mail server"], "4", server => server
                    .Id("mail-server").AddClass("icon-send")
                    .Action("Index", "MailServer", "OrchardCore.Email")
                    .Permission(EmailPermissions.ManageEmailSettings)))
            .Add(S["System"], "20", system => system
                .Id("system")
                .Add(S["Outgoing mail"], "4", mail => mail
                    .Id("mail").AddClass("icon-mail")
                    .Action("Index", "Outgoing", "OrchardCore.Email")
                    .Permission(EmailPermissions.ManageOutgoingMail))));
        return ValueTask.CompletedTask;
    }
}

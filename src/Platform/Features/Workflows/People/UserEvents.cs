using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of events of accounts.</summary>
internal abstract class AccountEvent(IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    public override LocalizedString Category => S["People"];
}

internal sealed class UserCreatedEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was created"];
}

internal sealed class UserUpdatedEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was changed"];
}

internal sealed class UserDeletedEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was deleted"];
}

internal sealed class UserEnabledEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was enabled"];
}

internal sealed class UserDisabledEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was disabled"];
}

internal sealed class UserConfirmedEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["An account was confirmed"];
}

internal sealed class UserLoggedInEvent(IStringLocalizer<ActivityTexts> s) : AccountEvent(s)
{
    public override LocalizedString DisplayText => S["Somebody has signed in"];
}

/// <summary>Tells workflows what happens to accounts.</summary>
internal sealed class UserEventsHandler(IServiceProvider services) : UserEventHandlerBase
{
    public override Task CreatedAsync(UserCreateContext context) => UserEventsTelling.TellAsync(services, nameof(UserCreatedEvent), context.User);

    public override Task UpdatedAsync(UserUpdateContext context) => UserEventsTelling.TellAsync(services, nameof(UserUpdatedEvent), context.User);

    public override Task DeletedAsync(UserDeleteContext context) => UserEventsTelling.TellAsync(services, nameof(UserDeletedEvent), context.User);

    public override Task EnabledAsync(UserContext context) => UserEventsTelling.TellAsync(services, nameof(UserEnabledEvent), context.User);

    public override Task DisabledAsync(UserContext context) => UserEventsTelling.TellAsync(services, nameof(UserDisabledEvent), context.User);

    public override Task ConfirmedAsync(UserConfirmContext context) => UserEventsTelling.TellAsync(services, nameof(UserConfirmedEvent), context.User);
}

/// <summary>Tells workflows who has signed in.</summary>
internal sealed class SignInTelling(IServiceProvider services) : LoginFormEventBase
{
    public override Task LoggedInAsync(IUser user) => UserEventsTelling.TellAsync(services, nameof(UserLoggedInEvent), user);
}

file static class UserEventsTelling
{
    // The workflows' own services use accounts: they are asked for when something has happened.
    public static Task TellAsync(IServiceProvider services, string name, IUser user) => services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(
        name, new Dictionary<string, object> { ["User"] = user }, (user as User)?.UserId);
}

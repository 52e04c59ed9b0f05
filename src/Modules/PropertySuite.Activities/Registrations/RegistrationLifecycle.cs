using PropertySuite.Core;
using static PropertySuite.Activities.RegistrationState;

namespace PropertySuite.Activities;

/// <summary>How a registration lives (ACT-07, 08, 12).</summary>
public static class RegistrationLifecycle
{
    private static readonly Role<RegistrationPart> Member = Roles.With<RegistrationPart>(
        "Resident", ActivityPermissions.TakePart, (registration, actor) => actor.Holds(registration.Who.PersonId) && actor.Holds(registration.Who.UnitId));
    private static readonly Role<RegistrationPart> Office = Roles.With<RegistrationPart>("Office", ActivityPermissions.Edit);
    private static readonly Role<RegistrationPart> Door = Roles.With<RegistrationPart>("Door", ActivityPermissions.Attend);
    private static readonly Role<RegistrationPart> Timer = Roles.Clock<RegistrationPart>();

    private static readonly Guard<RegistrationPart> NotBegun = new(ActivityRefusals.Begun, (registration, atUtc) => atUtc < registration.StartUtc);
    private static readonly Guard<RegistrationPart> OfferRuns = new(ActivityRefusals.OfferOver, (registration, atUtc) => atUtc < registration.OfferUntilUtc, registration => [registration.OfferUntilUtc ?? default]);
    private static readonly Guard<RegistrationPart> OfferOver = new(ActivityRefusals.OfferRuns, (registration, atUtc) => registration.OfferUntilUtc <= atUtc);

    /// <summary>The table. The first way out of a state is the usual one.</summary>
    public static readonly Lifecycle<RegistrationPart, RegistrationState> Table = Lifecycle
        .Of<RegistrationPart, RegistrationState>(typeof(RegistrationLifecycle), registration => registration.State, (registration, state) => registration.State = state)
        .Start(Confirmed, RegistrationVerbs.Register).By(Member, Office)
        .Start(Waiting, RegistrationVerbs.Wait).By(Member, Office)
        .From(Waiting).To(Offered, RegistrationVerbs.Offer).By(Timer).Due("the offer ends", registration => registration.OfferUntilUtc)
        .From(Offered).To(Confirmed, RegistrationVerbs.Accept).By(Member, Office).When(OfferRuns)
        .From(Offered).To(Lapsed, RegistrationVerbs.Lapse).By(Timer).When(OfferOver)
        .From(Confirmed).To(Attended, RegistrationVerbs.Attend).By(Door)
        .From(Attended).To(Confirmed, RegistrationVerbs.Undo).By(Door)
        .From(Confirmed).To(NoShow, RegistrationVerbs.Miss).By(Timer)
        .From(Confirmed, Waiting, Offered).To(Cancelled, RegistrationVerbs.Cancel).By(Member, Office).When(NotBegun);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(RegistrationState state) => state switch
    {
        Confirmed => "Registered",
        Waiting => "On the waiting list",
        Offered => "A place is kept",
        Cancelled => "Given up",
        Lapsed => "Offer ended",
        Attended => "Came",
        NoShow => "Did not come",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(RegistrationState state) => state switch
    {
        Confirmed => "run",
        Waiting => "wait",
        Offered => "prop",
        Attended => "done",
        _ => "stop",
    };
}

using System.Text.Json.Serialization;
using PropertySuite.Core;
using static PropertySuite.Parking.ApplicationState;
using static PropertySuite.Parking.ApplicationVerbs;

namespace PropertySuite.Parking;

/// <summary>Where an application stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApplicationState>))]
public enum ApplicationState
{
    Submitted,
    Verified,
    Waiting,
    Offered,
    AwaitingPayment,
    ContractToSign,
    Leased,
    Refused,
    Withdrawn,
    Lapsed,
}

/// <summary>What can be done with an application.</summary>
public static class ApplicationVerbs
{
    public static readonly Verb Apply = new("apply", "Apply for a space");

    public static readonly Verb Verify = new("verify", "Verify the application");

    public static readonly Verb Offer = new("offer", "Offer a space");

    public static readonly Verb Wait = new("wait", "Put on the waiting list");

    public static readonly Verb Accept = new("accept", "Accept the space");

    public static readonly Verb Decline = new("decline", "Decline the space");

    public static readonly Verb LapseOffer = new("lapse-offer", "The offer was not answered");

    public static readonly Verb Pay = new("pay", "Paid");

    public static readonly Verb LapsePayment = new("lapse-payment", "Not paid in time");

    public static readonly Verb Sign = new("sign", "The contract is signed");

    public static readonly Verb Refuse = new("refuse", "Refuse the application");

    public static readonly Verb Withdraw = new("withdraw", "Withdraw the application");
}

/// <summary>How an application lives (PRK-04 to 07): the whole process on one screen.</summary>
public static class ApplicationLifecycle
{
    private static readonly Role<ApplicationPart> Applicant = Roles.With<ApplicationPart>("Applicant", ParkingPermissions.Apply, (application, actor) => actor.Holds(application.Holder.UnitId));
    private static readonly Role<ApplicationPart> Desk = Roles.With<ApplicationPart>("Desk", ParkingPermissions.Handle);
    private static readonly Role<ApplicationPart> Timer = Roles.Clock<ApplicationPart>();

    private static readonly Guard<ApplicationPart> OfferStands = new(ParkingRefusals.OfferOver, (application, atUtc) => atUtc < application.Offer!.AnswerBeforeUtc, application => [application.Offer!.AnswerBeforeUtc]);
    private static readonly Guard<ApplicationPart> OfferOver = new(ParkingRefusals.NotDueYet, (application, atUtc) => atUtc >= application.Offer!.AnswerBeforeUtc);
    private static readonly Guard<ApplicationPart> PaymentOver = new(ParkingRefusals.NotDueYet, (application, atUtc) => atUtc >= application.PayBeforeUtc);

    /// <summary>The table. The first way out of a state is the usual one.</summary>
    public static readonly Lifecycle<ApplicationPart, ApplicationState> Table = Lifecycle
        .Of<ApplicationPart, ApplicationState>(typeof(ApplicationLifecycle), application => application.State, (application, state) => application.State = state)
        .Start(Submitted, Apply).By(Applicant, Desk)
        .From(Submitted).To(Verified, Verify).By(Desk)
        .From(Verified).To(Offered, ApplicationVerbs.Offer).By(Desk).Due("the offer is answered", application => application.Offer?.AnswerBeforeUtc)
        .From(Waiting).To(Offered, ApplicationVerbs.Offer).By(Desk, Timer)
        .From(Verified).To(Waiting, Wait).By(Desk)
        .From(Offered).To(AwaitingPayment, Accept).By(Applicant, Desk).When(OfferStands).Due("the first rent is paid", application => application.PayBeforeUtc)
        .From(Offered).To(Waiting, Decline).By(Applicant, Desk)
        .From(Offered).To(Waiting, LapseOffer).By(Timer).When(OfferOver)
        .From(AwaitingPayment).To(ContractToSign, Pay).By(Timer)
        .From(AwaitingPayment).To(Lapsed, LapsePayment).By(Timer).When(PaymentOver)
        .From(ContractToSign).To(Leased, Sign).By(Desk)
        .From(Submitted, Verified, Waiting).To(Refused, Refuse).By(Desk).AskingReason()
        .From(Submitted, Verified, Waiting, Offered, AwaitingPayment).To(Withdrawn, Withdraw).By(Applicant, Desk);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(ApplicationState state) => state switch
    {
        Submitted => "To be verified",
        Verified => "Verified",
        Waiting => "On the waiting list",
        Offered => "Space offered",
        AwaitingPayment => "Awaiting payment",
        ContractToSign => "Contract to sign",
        Leased => "Leased",
        Refused => "Refused",
        Withdrawn => "Withdrawn",
        Lapsed => "Lapsed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(ApplicationState state) => state switch
    {
        Submitted => "new",
        Verified or ContractToSign => "run",
        Waiting or AwaitingPayment => "wait",
        Offered => "offer",
        Leased => "done",
        _ => "stop",
    };
}

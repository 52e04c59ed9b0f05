using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>Who registers, as it is said in the form.</summary>
/// <param name="PersonId">Content item id of the person.</param>
/// <param name="PersonName">Name as it was then.</param>
/// <param name="UnitId">Content item id of the unit.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="IsHolder">Whether the person owns the unit or runs it.</param>
public sealed record Registrant(string PersonId, string PersonName, string UnitId, string UnitCode, bool IsHolder);

/// <summary>What is said in the form.</summary>
/// <param name="Who">Who registers.</param>
/// <param name="Persons">How many come, the one who registers included (ACT-07).</param>
/// <param name="Remark">What the office should know; null for nothing.</param>
/// <param name="InPictures">Whether they may be seen in pictures (ACT-16).</param>
public sealed record RegistrationPlan(Registrant Who, int Persons, string? Remark = null, bool InPictures = false);

/// <summary>
/// A person's registration for an activity, family members counted. Verbs change it, nothing else does. The places it holds are numbers
/// that the database gives once.
/// </summary>
public sealed class RegistrationPart : ContentPart
{
    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public RegistrationState State { get; internal set; }

    /// <summary>Content item id of the activity.</summary>
    [JsonInclude] public string ActivityId { get; private set; } = "";

    /// <summary>Who registered.</summary>
    [JsonInclude] public Registrant Who { get; private set; } = new("", "", "", "", false);

    /// <summary>How many come.</summary>
    [JsonInclude] public int Persons { get; private set; }

    /// <summary>How many came; null until then.</summary>
    [JsonInclude] public int? Came { get; private set; }

    /// <summary>What the office should know; null for nothing.</summary>
    [JsonInclude] public string? Remark { get; private set; }

    /// <summary>Whether they may be seen in pictures.</summary>
    [JsonInclude] public bool InPictures { get; private set; }

    /// <summary>Numbers of the places that it holds; empty while it waits, and where there is no limit.</summary>
    [JsonInclude] public IReadOnlyList<int> Places { get; private set; } = [];

    /// <summary>Its number on the waiting list; null when it does not wait.</summary>
    [JsonInclude] public int? QueueNumber { get; private set; }

    /// <summary>Until when its places are kept, UTC; null when nothing is offered.</summary>
    [JsonInclude] public DateTime? OfferUntilUtc { get; private set; }

    /// <summary>What the QR code of the registration says: eight letters and digits, unique.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    [JsonInclude] public DateTime MadeAtUtc { get; private set; }

    /// <summary>Whether each unit registers once: then the unit is unique too.</summary>
    [JsonInclude] public bool OnePerUnit { get; private set; }

    /// <summary>Revision of the activity's news that this person has been told.</summary>
    [JsonInclude] public int ToldRevision { get; private set; }

    /// <summary>When the activity begins, UTC: after it nobody cancels.</summary>
    [JsonInclude] public DateTime StartUtc { get; internal set; }

    /// <summary>Registers, with places where they are limited (ACT-07).</summary>
    /// <param name="by">Who does it: the person, or the office for somebody.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="plan">What was said.</param>
    /// <param name="places">Numbers of free places; null to join the waiting list; empty where there is no limit.</param>
    /// <param name="queueNumber">Next number of the waiting list.</param>
    /// <param name="code">What its QR code says.</param>
    /// <exception cref="RefusedException">Registration is not open, this is not for the person, or the facts make no sense.</exception>
    public Step Register(Actor by, DateTime atUtc, ActivityPart activity, RegistrationPlan plan, IReadOnlyList<int>? places, int queueNumber, string code)
    {
        Check(by, atUtc, activity, plan);
        return Book(by, atUtc, activity, plan, places, queueNumber, code);
    }

    /// <summary>Records a registration that the office kept elsewhere, also for an activity that was.</summary>
    /// <exception cref="RefusedException">The facts make no sense.</exception>
    public Step Record(Actor office, DateTime atUtc, ActivityPart activity, RegistrationPlan plan, IReadOnlyList<int>? places, int queueNumber, string code)
    {
        if (activity.State is not (ActivityState.Held or ActivityState.Summarised)) Check(office, atUtc, activity, plan);
        else if (plan.Persons is < 1 or > ActivityPlan.MostPersons) throw ActivityRefusals.PersonsOutOfRange.At("Persons", ActivityPlan.MostPersons);
        return Book(office, atUtc, activity, plan, places, queueNumber, code);
    }

    /// <summary>A place is free: it is kept until the offer ends (ACT-08).</summary>
    public Step Offer(DateTime atUtc, IReadOnlyList<int> places, DateTime untilUtc)
    {
        var step = RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Offer, Actor.Clock, atUtc);
        Places = places;
        OfferUntilUtc = untilUtc;
        return step;
    }

    /// <summary>Takes the places that are kept.</summary>
    /// <exception cref="RefusedException">Not this person's, or the offer has ended.</exception>
    public Step Accept(Actor by, DateTime atUtc)
    {
        var step = RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Accept, by, atUtc);
        (OfferUntilUtc, QueueNumber) = (null, null);
        return step;
    }

    /// <summary>The clock books that nobody took the places.</summary>
    /// <exception cref="RefusedException">The offer runs, or there is none.</exception>
    public Step Lapse(DateTime atUtc) => Leave(RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Lapse, Actor.Clock, atUtc));

    /// <summary>Gives it up; its places are free again.</summary>
    /// <exception cref="RefusedException">Not this person's, or the activity has begun.</exception>
    public Step Cancel(Actor by, DateTime atUtc) => Leave(RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Cancel, by, atUtc));

    /// <summary>Came (ACT-12).</summary>
    /// <param name="by">Who keeps the door.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="persons">How many came; null for as many as registered.</param>
    /// <exception cref="RefusedException">Too early, or not from here.</exception>
    public Step Attend(Actor by, DateTime atUtc, ActivityPart activity, int? persons = null)
    {
        if (!activity.IsDoorOpen(atUtc)) throw ActivityRefusals.DoorClosed.With();
        if (persons is < 1 or > ActivityPlan.MostPersons) throw ActivityRefusals.PersonsOutOfRange.At("Persons", ActivityPlan.MostPersons);
        var step = RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Attend, by, atUtc);
        Came = persons ?? Persons;
        return step;
    }

    /// <summary>Did not come after all: a mistake at the door.</summary>
    /// <exception cref="RefusedException">Nobody noted that the person came.</exception>
    public Step UndoAttend(Actor by, DateTime atUtc)
    {
        var step = RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Undo, by, atUtc);
        Came = null;
        return step;
    }

    /// <summary>Had a place and did not come.</summary>
    /// <exception cref="RefusedException">Not from here.</exception>
    public Step Miss(Actor by, DateTime atUtc) => RegistrationLifecycle.Table.Take(this, RegistrationVerbs.Miss, by, atUtc);

    /// <summary>Keeps that the person has been told; the activity may have another time by now.</summary>
    public void Tell(ActivityPart activity)
    {
        ToldRevision = activity.News?.Revision ?? 0;
        StartUtc = activity.Time?.StartUtc ?? StartUtc;
    }

    /// <summary>Gives the record its number, once.</summary>
    internal void Name(string number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A record keeps its number.");
        }

        Number = number;
    }

    private Step Book(Actor by, DateTime atUtc, ActivityPart activity, RegistrationPlan plan, IReadOnlyList<int>? places, int queueNumber, string code)
    {
        ActivityId = activity.ContentItem.ContentItemId;
        Who = plan.Who;
        Persons = plan.Persons;
        Remark = plan.Remark;
        InPictures = plan.InPictures;
        OnePerUnit = activity.Registration.OnePerUnit;
        StartUtc = activity.Time!.StartUtc;
        MadeAtUtc = atUtc;
        Code = code;
        ToldRevision = activity.News?.Revision ?? 0;
        Places = places ?? [];
        QueueNumber = places is null ? queueNumber : null;
        return RegistrationLifecycle.Table.Begin(this, places is null ? RegistrationVerbs.Wait : RegistrationVerbs.Register, by, atUtc);
    }

    private static void Check(Actor by, DateTime atUtc, ActivityPart activity, RegistrationPlan plan)
    {
        var rules = activity.Registration;
        if (!rules.Needed) throw ActivityRefusals.NoRegistration.With();
        if (activity.State is not (ActivityState.Open or ActivityState.Full))
        {
            throw activity.State == ActivityState.Published && activity.OpensUtc is { } opens && atUtc < opens ? ActivityRefusals.OpensLater.With(opens)
                : activity.State == ActivityState.Closed ? ActivityRefusals.DeadlinePassed.With(activity.ClosesUtc < atUtc ? activity.ClosesUtc : atUtc) : ActivityRefusals.NotOpen.With();
        }

        if (atUtc >= activity.ClosesUtc) throw ActivityRefusals.DeadlinePassed.With(activity.ClosesUtc);
        if (plan.Persons < 1 || plan.Persons > rules.LargestParty) throw ActivityRefusals.PersonsOutOfRange.At("Persons", rules.LargestParty);
        if (plan.Persons > rules.Capacity) throw ActivityRefusals.MoreThanPlaces.At("Persons", rules.Capacity);
        if (plan.Remark?.Length > 300) throw ActivityRefusals.RemarkTooLong.At("Remark");
        if (!by.May(ActivityPermissions.Edit) && !(by.Holds(plan.Who.UnitId) && by.Holds(plan.Who.PersonId))) throw ActivityRefusals.UnitNotYours.At("UnitId");
        if (rules.Audience == Audience.Holders && !plan.Who.IsHolder) throw ActivityRefusals.NotForYou.With();
    }

    private Step Leave(Step step)
    {
        (Places, QueueNumber, OfferUntilUtc) = ([], null, null);
        return step;
    }
}

using System.Globalization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Activities;

/// <summary>A registration as it is found.</summary>
public sealed class RegistrationIndex : MapIndex
{
    public string RegistrationId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    public string ActivityId { get; set; } = "";

    public string State { get; set; } = "";

    public string PersonId { get; set; } = "";

    public string PersonName { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public int Persons { get; set; }

    public int Came { get; set; }

    public string? Remark { get; set; }

    public bool InPictures { get; set; }

    /// <summary>Number on the waiting list; null when it does not wait.</summary>
    public int? QueueNumber { get; set; }

    public DateTime MadeAtUtc { get; set; }

    public DateTime StartUtc { get; set; }

    /// <summary>Until when its places are kept; null when nothing is offered.</summary>
    public DateTime? OfferUntilUtc { get; set; }

    /// <summary>Revision of the activity's news that the person has been told.</summary>
    public int ToldRevision { get; set; }

    /// <summary>Unique: what the QR code says.</summary>
    public string Code { get; set; } = "";

    /// <summary>Unique, null when it was given up: a person registers once.</summary>
    public string? LivePersonKey { get; set; }

    /// <summary>Unique, null unless each unit registers once (ACT-10).</summary>
    public string? LiveUnitKey { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>One place of an activity, or one number of its waiting list. A place belongs to one registration, by the database.</summary>
public sealed class PlaceIndex : MapIndex
{
    public string ActivityId { get; set; } = "";

    public string RegistrationId { get; set; } = "";

    /// <summary>Number of the place, or on the waiting list.</summary>
    public int Number { get; set; }

    /// <summary>Whether it is a number of the waiting list.</summary>
    public bool Waits { get; set; }

    /// <summary>Persons of the registration.</summary>
    public int Persons { get; set; }

    /// <summary>Unique.</summary>
    public string PlaceKey { get; set; } = "";
}

/// <summary>Maps registrations to rows.</summary>
public sealed class RegistrationIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<RegistrationIndex>()
            .When(item => item.ContentType == ActivityTypes.Registration && item.Latest)
            .Map(item => Row(item.ContentItemId, item.GetOrCreate<RegistrationPart>()));
        context.For<PlaceIndex>()
            .When(item => item.ContentType == ActivityTypes.Registration && item.Latest)
            .Map(item => Places(item.ContentItemId, item.GetOrCreate<RegistrationPart>()));
    }

    private static RegistrationIndex Row(string registrationId, RegistrationPart registration)
    {
        var live = RegistrationStates.Live.Contains(registration.State);
        return new RegistrationIndex
        {
            RegistrationId = registrationId,
            Number = registration.Number,
            ActivityId = registration.ActivityId,
            State = registration.State.ToString(),
            PersonId = registration.Who.PersonId,
            PersonName = registration.Who.PersonName,
            UnitId = registration.Who.UnitId,
            UnitCode = registration.Who.UnitCode,
            Persons = registration.Persons,
            Came = registration.Came ?? 0,
            Remark = registration.Remark,
            InPictures = registration.InPictures,
            QueueNumber = registration.QueueNumber,
            MadeAtUtc = registration.MadeAtUtc,
            StartUtc = registration.StartUtc,
            OfferUntilUtc = registration.OfferUntilUtc,
            ToldRevision = registration.ToldRevision,
            Code = registration.Code,
            LivePersonKey = live ? $"{registration.ActivityId}:{registration.Who.PersonId}" : null,
            LiveUnitKey = live && registration.OnePerUnit ? $"{registration.ActivityId}:{registration.Who.UnitId}" : null,
            Search = SearchText.Fold(registration.Who.PersonName, registration.Who.UnitCode, registration.Who.UnitCode.Replace("-", "", StringComparison.Ordinal), registration.Number, registration.Code),
        };
    }

    private static IEnumerable<PlaceIndex> Places(string registrationId, RegistrationPart registration)
    {
        foreach (var place in registration.Places)
        {
            yield return Place(registrationId, registration, place, waits: false);
        }

        if (registration is { State: RegistrationState.Waiting, QueueNumber: { } number })
        {
            yield return Place(registrationId, registration, number, waits: true);
        }
    }

    private static PlaceIndex Place(string registrationId, RegistrationPart registration, int number, bool waits) => new()
    {
        ActivityId = registration.ActivityId,
        RegistrationId = registrationId,
        Number = number,
        Waits = waits,
        Persons = registration.Persons,
        PlaceKey = string.Create(CultureInfo.InvariantCulture, $"{registration.ActivityId}:{(waits ? "w" : "p")}{number:00000}"),
    };
}

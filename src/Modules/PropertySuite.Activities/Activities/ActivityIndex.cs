using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Activities;

/// <summary>An activity as it is found.</summary>
public sealed class ActivityIndex : MapIndex
{
    public string ActivityId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    /// <summary>Unique: last part of the public address.</summary>
    public string Slug { get; set; } = "";

    public string State { get; set; } = "";

    /// <summary>Title in the first language that it has.</summary>
    public string Title { get; set; } = "";

    public string? Place { get; set; }

    public DateTime? StartUtc { get; set; }

    public DateTime? EndUtc { get; set; }

    /// <summary>Whether the public reads of it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether residents register.</summary>
    public bool TakesRegistrations { get; set; }

    public int? Capacity { get; set; }

    public int Taken { get; set; }

    public int Waiting { get; set; }

    public int Came { get; set; }

    public decimal Cost { get; set; }

    /// <summary>When the clock acts next; null when nothing is due.</summary>
    public DateTime? DueAtUtc { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps activities to rows.</summary>
public sealed class ActivityIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ActivityIndex>()
        .When(item => item.ContentType == ActivityTypes.Activity && item.Latest)
        .Map(item => Row(item.ContentItemId, item.GetOrCreate<ActivityPart>()));

    /// <summary>The row of an activity.</summary>
    public static ActivityIndex Row(string activityId, ActivityPart activity)
    {
        var search = SearchText.Fold(activity.Texts.Values.Select(text => text.Title).Append(activity.Place).Append(activity.Number));
        var title = activity.Texts.Count == 0 ? "" : activity.Texts.First().Value.Title;
        return new ActivityIndex
        {
            ActivityId = activityId,
            Number = activity.Number,
            Slug = activity.Slug,
            State = activity.State.ToString(),
            Title = title,
            Place = activity.Place,
            StartUtc = activity.Time?.StartUtc,
            EndUtc = activity.Time?.EndUtc,
            IsPublic = activity.IsPublic,
            TakesRegistrations = activity.Registration.Needed,
            Capacity = activity.Registration.Needed ? activity.Registration.Capacity : null,
            Taken = activity.Taken,
            Waiting = activity.Waiting,
            Came = activity.Came,
            Cost = activity.Cost,
            DueAtUtc = activity.DueAtUtc,
            Search = search.Length <= 400 ? search : search[..400],
        };
    }
}

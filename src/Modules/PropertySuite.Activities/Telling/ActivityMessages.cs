using System.Text.Json.Nodes;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The messages that activities send; an office may write its own texts.</summary>
public sealed class ActivityMessages
{
    private const string When = "{{ Model.activity }}\n{{ Model.when }}, {{ Model.place }}";

    private ActivityMessages()
    {
    }

    /// <summary>To who has registered (ACT-07).</summary>
    public static readonly MessageKind Registered = new("activities.registered", typeof(ActivityMessages))
    {
        Name = "A registration has its places",
        Description = "Sent at once to who registers for an activity and gets a place.",
        Subject = "You are registered: {{ Model.activity }}",
        Body = "Your place is reserved, for {{ Model.persons }} altogether.\n\n" + When + "\n\nAt the door, show the code of your registration, or say {{ Model.code }}. If you cannot come, please give the place up:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>To who waits (ACT-08).</summary>
    public static readonly MessageKind OnWaitingList = new("activities.waiting", typeof(ActivityMessages))
    {
        Name = "A registration is on the waiting list",
        Description = "Sent at once to who registers for an activity that is full.",
        Subject = "You are on the waiting list: {{ Model.activity }}",
        Body = "Every place is taken. When one is free, you are asked in the order of the list.\n\n" + When + "\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>To who waits and has a place kept (ACT-08).</summary>
    public static readonly MessageKind Offered = new("activities.offered", typeof(ActivityMessages))
    {
        Name = "A place is kept for somebody who waits",
        Description = "Sent when a place becomes free to the first of the waiting list whose family it is enough for.",
        Subject = "A place for you: {{ Model.activity }}",
        Body = "A place is free and kept for you until {{ Model.until }}. Then the next in line is asked.\n\n" + When + "\n\nTake it here:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>The day before (ACT-15).</summary>
    public static readonly MessageKind Reminder = new("activities.reminder", typeof(ActivityMessages))
    {
        Name = "An activity begins soon",
        Description = "Sent to everybody who has a place, some hours before the activity begins.",
        Subject = "Soon: {{ Model.activity }}",
        Body = "We expect you:\n\n" + When + "\n\nAt the door, show the code of your registration, or say {{ Model.code }}.\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>It is postponed.</summary>
    public static readonly MessageKind Postponed = new("activities.postponed", typeof(ActivityMessages))
    {
        Name = "An activity is postponed",
        Description = "Sent to everybody who registered or helps when an activity is postponed.",
        Subject = "Postponed: {{ Model.activity }}",
        Body = "{{ Model.activity }} does not take place at its time: {{ Model.reason }}\n\nYour registration is kept. We write again as soon as there is a new date.\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>It has a new time.</summary>
    public static readonly MessageKind Moved = new("activities.moved", typeof(ActivityMessages))
    {
        Name = "An activity has a new date",
        Description = "Sent to everybody who registered or helps when an activity gets a new date.",
        Subject = "New date: {{ Model.activity }}",
        Body = "There is a new date:\n\n" + When + "\n\nYour registration holds. If you cannot come, please give the place up:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>It does not take place.</summary>
    public static readonly MessageKind Cancelled = new("activities.cancelled", typeof(ActivityMessages))
    {
        Name = "An activity is cancelled",
        Description = "Sent to everybody who registered or helps when an activity is cancelled.",
        Subject = "Cancelled: {{ Model.activity }}",
        Body = "{{ Model.activity }} does not take place: {{ Model.reason }}\n\nIt was to be on {{ Model.when }}, {{ Model.place }}.\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>All of them, in the order in which offices read them.</summary>
    public static readonly IReadOnlyList<MessageKind> All = [Registered, OnWaitingList, Offered, Reminder, Postponed, Moved, Cancelled];

    /// <summary>The message of a piece of news.</summary>
    public static MessageKind Of(NewsKind kind) => kind switch
    {
        NewsKind.Reminder => Reminder,
        NewsKind.Postponed => Postponed,
        NewsKind.Moved => Moved,
        NewsKind.Cancelled => Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static JsonObject Sample() => new()
    {
        ["activity"] = "Christmas concert",
        ["when"] = "Sun 13 Dec, 19:00",
        ["place"] = "Club house",
        ["persons"] = 3,
        ["code"] = "K7QM2XWA",
        ["until"] = "Fri 11, 19:00",
        ["reason"] = "the choir is ill",
        ["link"] = "https://alba.example/my/registrations",
    };
}

using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>Writes activities for calendars (iCal, RFC 5545), in the community's time zone with its rules.</summary>
public static class CalendarFile
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Writes activities that have a time.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <param name="shown">Activities.</param>
    /// <param name="time">The community's time.</param>
    /// <param name="host">Name by which the community is reached: makes the ids of entries unique in the world.</param>
    /// <param name="address">Whole address of an activity's page.</param>
    public static string Write(string name, IReadOnlyList<ReadActivity> shown, CommunityTime time, string host, Func<ReadActivity, string?> address)
    {
        var calendar = new Calendar { ProductId = "-//PropertySuite//Activities//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        var dated = shown.Where(read => read.Activity.Time is not null).ToList();
        if (dated.Count > 0 && time.Zone.Id != TimeZoneInfo.Utc.Id)
        {
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(time.Zone.Id, dated.Min(read => read.Start!.Value).AddYears(-1), includeHistoricalData: false));
        }

        foreach (var read in dated)
        {
            calendar.Events.Add(Entry(read, time, host, address(read)));
        }

        return new CalendarSerializer(calendar).SerializeToString() ?? "";
    }

    private static CalendarEvent Entry(ReadActivity read, CommunityTime time, string host, string? address)
    {
        var activity = read.Activity;
        var entry = new CalendarEvent
        {
            Uid = $"{activity.Number}@{host}",
            Summary = read.Title.Value,
            Description = read.Text.Value.Lead,
            Location = activity.Place,
            Start = At(activity.Time!.StartUtc, time),
            End = At(activity.Time.EndUtc, time),
            DtStamp = new CalDateTime(activity.News?.AtUtc ?? activity.PublishedAtUtc ?? activity.Time.StartUtc, "UTC"),
            Sequence = activity.News?.Revision ?? 0,
            Status = activity.State switch { ActivityState.Cancelled => EventStatus.Cancelled, ActivityState.Postponed => EventStatus.Tentative, _ => EventStatus.Confirmed },
        };
        if (address is not null)
        {
            entry.Url = new Uri(address);
        }

        return entry;
    }

    private static CalDateTime At(DateTime utc, CommunityTime time) =>
        time.Zone.Id == TimeZoneInfo.Utc.Id ? new CalDateTime(utc, "UTC") : new CalDateTime(DateTime.SpecifyKind(time.At(utc), DateTimeKind.Unspecified), time.Zone.Id);
}

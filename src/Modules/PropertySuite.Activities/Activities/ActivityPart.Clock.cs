using System.Globalization;
using System.Text;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>What time and registrations alone do to an activity, and what is given to it once.</summary>
public sealed partial class ActivityPart
{
    /// <summary>What time has brought about by a moment, booked at the moment at which it was due.</summary>
    /// <param name="nowUtc">The moment, UTC.</param>
    /// <param name="sinceUtc">Nothing is booked before this moment, UTC: that of the step which made it due.</param>
    public IReadOnlyList<Step> Tick(DateTime nowUtc, DateTime sinceUtc = default)
    {
        var steps = new List<Step>();
        while (!IsTelling && DueAtUtc is { } due && due <= nowUtc && steps.Count < 10)
        {
            steps.Add(Next(due, due < sinceUtc ? sinceUtc : due, nowUtc));
        }

        return [.. steps, .. Count(Taken, Waiting, Came - WalkIns, nowUtc)];
    }

    /// <summary>Says how many places are taken and how many persons wait; full and not full follow from it (ACT-08).</summary>
    public IReadOnlyList<Step> Count(int taken, int waiting, int came, DateTime atUtc)
    {
        (Taken, Waiting, Came) = (taken, waiting, came + WalkIns);
        return State switch
        {
            ActivityState.Open when FreePlaces == 0 => [ActivityLifecycle.Table.Take(this, ActivityVerbs.Fill, Actor.Clock, atUtc)],
            ActivityState.Full when FreePlaces != 0 => [ActivityLifecycle.Table.Take(this, ActivityVerbs.Free, Actor.Clock, atUtc)],
            _ => [],
        };
    }

    /// <summary>Everybody has been told.</summary>
    public void Told() => IsTelling = false;

    /// <summary>Gives the record its number and its public address, once.</summary>
    internal void Name(string number, string title)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A record keeps its number.");
        }

        Number = number;
        Slug = SlugOf(title, number);
    }

    private Step Next(DateTime due, DateTime atUtc, DateTime nowUtc)
    {
        if (RemindAtUtc == due)
        {
            // Who registers when it is nearly time needs no reminder; neither does anybody after the beginning.
            RemindedForUtc = Time!.StartUtc;
            if (nowUtc < Time.StartUtc)
            {
                Tell(NewsKind.Reminder, nowUtc, null);
            }

            return ActivityLifecycle.Table.Note(this, ActivityVerbs.Remind, Actor.Clock, nowUtc);
        }

        return State switch
        {
            ActivityState.Scheduled => Publish(Actor.Clock, atUtc),
            ActivityState.Published when Time is { } time && time.EndUtc <= due => Turn(ActivityVerbs.Hold, Actor.Clock, atUtc),
            ActivityState.Published => Turn(ActivityVerbs.Open, Actor.Clock, atUtc),
            ActivityState.Open or ActivityState.Full => Turn(ActivityVerbs.Close, Actor.Clock, atUtc),
            _ => Turn(ActivityVerbs.Hold, Actor.Clock, atUtc),
        };
    }

    // The counter of the number makes it unique; a title without Latin letters leaves the kind alone.
    private static string SlugOf(string title, string number)
    {
        var slug = new StringBuilder();
        foreach (var c in SearchText.Fold(title))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= 60) break;
        }

        var words = slug.ToString().Trim('-');
        var parts = number.Split('-');
        var counter = int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count.ToString(CultureInfo.InvariantCulture) : parts[^1].ToLowerInvariant();
        var year = parts.Length >= 2 ? parts[^2].ToLowerInvariant() : "";
        return string.Join('-', new[] { words.Length > 0 ? words : "activity", year, counter }.Where(part => part.Length > 0));
    }
}

using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>What a module says about a record for its page.</summary>
/// <param name="Title">What the record is about.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Its state now.</param>
/// <param name="Name">English name of a state.</param>
/// <param name="Dot">Shape of a state's dot.</param>
/// <param name="Facts">A few words beside the state, in the reader's language.</param>
/// <param name="Action">Where the button of an offer leads; null leaves it out.</param>
public sealed record RecordSubject<TState>(
    string Title,
    string Number,
    TState State,
    Func<TState, string> Name,
    Func<TState, string> Dot,
    IReadOnlyList<string> Facts,
    Func<Offer, RecordAction?> Action)
    where TState : struct, Enum;

/// <summary>Composes the page of a record from its lifecycle and its history; nobody lays one out by hand.</summary>
public sealed class RecordComposer(IStringLocalizerFactory localizers, RefusalTexts refusals, CommunityTimes times)
{
    /// <summary>The head.</summary>
    public async Task<RecordHead> HeadAsync<T, TState>(
        Lifecycle<T, TState> lifecycle,
        T record,
        RecordSubject<TState> subject,
        IReadOnlyList<HistoryEntry> history,
        Actor reader,
        DateTime nowUtc)
        where T : class
        where TState : struct, Enum
    {
        var texts = localizers.Create(lifecycle.Texts);
        var time = await times.GetAsync();
        var offers = lifecycle.Offers(record, reader, nowUtc);

        var closed = new List<RecordClosed>();
        foreach (var offer in offers.Where(offer => !offer.IsOpen))
        {
            closed.Add(new(texts[offer.Verb.Text], await refusals.SayAsync(offer.Closed!)));
        }

        return new RecordHead(
            subject.Title,
            subject.Number,
            texts[subject.Name(subject.State)],
            subject.Dot(subject.State),
            Path(lifecycle, subject, history, texts, time, nowUtc),
            [.. offers.Where(offer => offer.IsOpen)
                .Select(offer => subject.Action(offer) is { } action ? action with { Text = texts[offer.Verb.Text] + (offer.AsksReason ? "…" : "") } : null)
                .OfType<RecordAction>()],
            closed,
            lifecycle.NearestDeadline(record, nowUtc) is { } due ? Due(texts[due.Deadline.Text], due.AtUtc, time, nowUtc) : null,
            subject.Facts);
    }

    /// <summary>The timeline, newest first.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync<T, TState>(
        Lifecycle<T, TState> lifecycle,
        Func<TState, string> name,
        IReadOnlyList<HistoryEntry> history,
        DateTime nowUtc)
        where T : class
        where TState : struct, Enum
    {
        var texts = localizers.Create(lifecycle.Texts);
        var files = localizers.Create(typeof(AttachmentVerbs));
        var time = await times.GetAsync();
        var verbs = lifecycle.Transitions.Select(row => row.Verb).Concat(lifecycle.Notes).DistinctBy(verb => verb.Id).ToDictionary(verb => verb.Id, verb => verb.Text, StringComparer.Ordinal);

        return [.. history.Select(entry => new TimelineEntry(
            verbs.TryGetValue(entry.Verb, out var words) ? texts[words] : entry.Verb == AttachmentVerbs.Remove.Id ? files[AttachmentVerbs.Remove.Text] : entry.Verb,
            entry.ById == Actor.Clock.Id ? texts["the clock"] : entry.ById == Actor.Policy.Id ? texts["the office's rules"] : entry.ByName,
            entry.From is null || entry.From == entry.To ? null : $"{Word(entry.From)} → {Word(entry.To)}",
            entry.Why,
            entry.Place,
            entry.AtUtc,
            Moments.Near(time.At(entry.AtUtc), time.DayAt(nowUtc))))];

        string Word(string state) => Enum.TryParse<TState>(state, out var known) ? texts[name(known)] : state;
    }

    private static List<RecordPathStep> Path<T, TState>(
        Lifecycle<T, TState> lifecycle,
        RecordSubject<TState> subject,
        IReadOnlyList<HistoryEntry> history,
        IStringLocalizer texts,
        CommunityTime time,
        DateTime nowUtc)
        where T : class
        where TState : struct, Enum
    {
        var today = time.DayAt(nowUtc);
        var taken = history.Reverse().Where(entry => entry.From != entry.To && Enum.TryParse<TState>(entry.To, out _)).ToList();
        var path = taken
            .Where(entry => entry.To != subject.State.ToString())
            .Select(entry => new RecordPathStep(texts[subject.Name(Enum.Parse<TState>(entry.To))], "done", Moments.Near(time.At(entry.AtUtc), today)))
            .ToList();
        var reached = taken.LastOrDefault(entry => entry.To == subject.State.ToString());
        path.Add(new(texts[subject.Name(subject.State)], "now", reached is null ? null : Moments.Near(time.At(reached.AtUtc), today)));
        path.AddRange(lifecycle.UsualPath(subject.State).Skip(1).Select(state => new RecordPathStep(texts[subject.Name(state)], "next", null)));
        return path;
    }

    private static RecordDue Due(string text, DateTime atUtc, CommunityTime time, DateTime nowUtc) => new(
        text,
        Moments.Near(time.At(atUtc), time.DayAt(nowUtc)),
        atUtc <= nowUtc ? "late" : atUtc - nowUtc < TimeSpan.FromHours(1) ? "soon" : "ok");
}

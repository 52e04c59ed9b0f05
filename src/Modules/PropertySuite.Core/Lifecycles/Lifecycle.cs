using System.Text;

namespace PropertySuite.Core;

/// <summary>
/// How a record lives, written down once as a table: the buttons of its page, the refusal of everything else, the
/// diagram in the help and the tests come from it. The table is fixed once it has been built; it may be shared.
/// </summary>
public sealed class Lifecycle<T, TState>
    where T : class
    where TState : struct, Enum
{
    private readonly Func<T, TState> _state;
    private readonly Action<T, TState> _move;
    private readonly Func<T, DateTime, TState> _stateAt;

    internal Lifecycle(
        Type texts,
        Func<T, TState> state,
        Action<T, TState> move,
        Func<T, DateTime, TState> stateAt,
        IReadOnlyList<Transition<T, TState>> transitions,
        IReadOnlyList<Deadline<T, TState>> deadlines,
        IReadOnlyList<Verb> notes)
    {
        Notes = notes;
        Texts = texts;
        _state = state;
        _move = move;
        _stateAt = stateAt;
        Transitions = transitions;
        Deadlines = deadlines;
        Permissions = [.. transitions.SelectMany(row => row.By).Select(role => role.Permission).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Class in whose context verbs, states and deadlines are translated.</summary>
    public Type Texts { get; }

    /// <summary>The table, in the order in which it was written.</summary>
    public IReadOnlyList<Transition<T, TState>> Transitions { get; }

    /// <summary>Clocks that run in a state.</summary>
    public IReadOnlyList<Deadline<T, TState>> Deadlines { get; }

    /// <summary>What is kept in history without moving the record.</summary>
    public IReadOnlyList<Verb> Notes { get; }

    /// <summary>Permissions that the roles rest on: what to ask about the person before asking the table.</summary>
    public IReadOnlyList<string> Permissions { get; }

    /// <summary>What is this person's to do now, in the table's order: what is open, and what is closed and why.</summary>
    public IReadOnlyList<Offer> Offers(T record, Actor actor, DateTime atUtc)
    {
        var state = _stateAt(record, atUtc);

        return [.. Transitions
            .Where(row => Leaves(row, state) && row.IsFor(record, actor))
            .GroupBy(row => row.Verb.Id, (_, rows) => rows.First())
            .Select(row => new Offer(row.Verb, row.AsksReason, row.Closed(record, atUtc)))];
    }

    /// <summary>Whether a verb is open to this person now.</summary>
    public bool IsOpen(T record, Verb verb, Actor actor, DateTime atUtc) =>
        Offers(record, actor, atUtc).Any(offer => offer.Verb.Id == verb.Id && offer.IsOpen);

    /// <summary>Brings a record into being.</summary>
    /// <exception cref="RefusedException">Not for this person, or a condition does not hold.</exception>
    public Step Begin(T record, Verb verb, Actor actor, DateTime atUtc, string? reason = null) =>
        Take(record, verb, actor, atUtc, reason, from: null);

    /// <summary>Takes a transition: checks state, role, conditions and reason, moves the record, applies the effects.</summary>
    /// <remarks>People act on the state of the moment; the clock books what time has brought about, so it acts on the stored one.</remarks>
    /// <returns>The step, to be kept in history together with the record.</returns>
    /// <exception cref="RefusedException">The table does not allow it; the record is unchanged.</exception>
    public Step Take(T record, Verb verb, Actor actor, DateTime atUtc, string? reason = null) =>
        Take(record, verb, actor, atUtc, reason, ReferenceEquals(actor, Actor.Clock) ? _state(record) : _stateAt(record, atUtc));

    /// <summary>Notes something on the record: history keeps it, the record stays where it is.</summary>
    /// <exception cref="ArgumentException">The table does not name this note.</exception>
    public Step Note(T record, Verb verb, Actor actor, DateTime atUtc, string? reason = null)
    {
        if (!Notes.Any(note => note.Id == verb.Id))
        {
            throw new ArgumentException($"The table has no note {verb.Id}.", nameof(verb));
        }

        var state = _state(record).ToString();
        return new Step(verb.Id, state, state, actor, atUtc, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }

    /// <summary>The usual way from a state: the first way forward of each, until none is new.</summary>
    public IReadOnlyList<TState> UsualPath(TState start)
    {
        var path = new List<TState> { start };
        while (Transitions.Where(row => Leaves(row, path[^1])).Select(row => (TState?)row.To).FirstOrDefault(to => !path.Contains(to!.Value)) is { } next)
        {
            path.Add(next);
        }

        return path;
    }

    /// <summary>The nearest deadline of the record in its state; null when nothing is due.</summary>
    public (Deadline<T, TState> Deadline, DateTime AtUtc)? NearestDeadline(T record, DateTime atUtc)
    {
        var state = _stateAt(record, atUtc);
        var due = Deadlines
            .Where(deadline => EqualityComparer<TState>.Default.Equals(deadline.State, state) && deadline.AtUtc(record) is not null)
            .Select(deadline => (Deadline: deadline, AtUtc: deadline.AtUtc(record)!.Value))
            .OrderBy(pair => pair.AtUtc)
            .ToList();

        return due.Count == 0 ? null : due[0];
    }

    /// <summary>The table as a Mermaid state diagram, for the help.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var row in Transitions)
        {
            text.Append("    ").Append(row.From?.ToString() ?? "[*]").Append(" --> ").Append(row.To)
                .Append(" : ").Append(row.Verb.Text).Append(" (").AppendJoin(", ", row.By.Select(role => role.Name)).Append(")\n");
        }

        foreach (var state in Transitions.Select(row => row.To).Distinct().Where(state => !Transitions.Any(row => Leaves(row, state))))
        {
            text.Append("    ").Append(state).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    private Step Take(T record, Verb verb, Actor actor, DateTime atUtc, string? reason, TState? from)
    {
        var rows = Transitions.Where(row => row.Verb.Id == verb.Id && Nullable.Equals(row.From, from)).ToList();
        if (rows.Count == 0)
        {
            throw LifecycleRefusals.NotFromHere.With();
        }

        var row = rows.Find(candidate => candidate.IsFor(record, actor)) ?? throw LifecycleRefusals.NotYours.With();
        if (row.Closed(record, atUtc) is { } closed)
        {
            throw closed;
        }

        if (row.AsksReason && string.IsNullOrWhiteSpace(reason))
        {
            throw LifecycleRefusals.ReasonMissing.At("Reason");
        }

        var step = new Step(verb.Id, from?.ToString(), row.To.ToString(), actor, atUtc, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        _move(record, row.To);
        foreach (var effect in row.Then)
        {
            effect(record, step);
        }

        return step;
    }

    private static bool Leaves(Transition<T, TState> row, TState state) =>
        row.From is { } from && EqualityComparer<TState>.Default.Equals(from, state);
}

namespace PropertySuite.Core;

/// <summary>Starts a lifecycle's table.</summary>
public static class Lifecycle
{
    /// <summary>Starts the table of a kind of record.</summary>
    /// <param name="texts">Class in whose context verbs and states are translated.</param>
    /// <param name="state">The stored state.</param>
    /// <param name="move">Stores the state.</param>
    /// <param name="stateAt">State at a moment (UTC), where time alone changes it before the clock has booked it; null when it is the stored one.</param>
    public static LifecycleTable<T, TState> Of<T, TState>(Type texts, Func<T, TState> state, Action<T, TState> move, Func<T, DateTime, TState>? stateAt = null)
        where T : class
        where TState : struct, Enum =>
        new(texts, state, move, stateAt ?? ((record, _) => state(record)));
}

/// <summary>A table that is being written: rows of <c>From … To … By … When … Then</c>.</summary>
public sealed class LifecycleTable<T, TState>
    where T : class
    where TState : struct, Enum
{
    private readonly Type _texts;
    private readonly Func<T, TState> _state;
    private readonly Action<T, TState> _move;
    private readonly Func<T, DateTime, TState> _stateAt;
    private readonly List<LifecycleRow<T, TState>> _rows = [];
    private readonly List<Verb> _notes = [];

    internal LifecycleTable(Type texts, Func<T, TState> state, Action<T, TState> move, Func<T, DateTime, TState> stateAt) =>
        (_texts, _state, _move, _stateAt) = (texts, state, move, stateAt);

    /// <summary>A row that brings a record into being.</summary>
    public LifecycleRow<T, TState> Start(TState to, Verb verb) => Add(new(this, [], to, verb));

    /// <summary>A row that leaves one of these states.</summary>
    public LifecycleFrom<T, TState> From(params TState[] states) => new(this, states);

    internal void Note(params Verb[] notes) => _notes.AddRange(notes);

    internal LifecycleRow<T, TState> Add(LifecycleRow<T, TState> row)
    {
        _rows.Add(row);
        return row;
    }

    internal Lifecycle<T, TState> Build() => new(
        _texts,
        _state,
        _move,
        _stateAt,
        [.. _rows.SelectMany(row => row.Transitions())],
        [.. _rows.SelectMany(row => row.Deadlines)],
        _notes);
}

/// <summary>The states that a row leaves.</summary>
public sealed class LifecycleFrom<T, TState>
    where T : class
    where TState : struct, Enum
{
    private readonly LifecycleTable<T, TState> _table;
    private readonly TState[] _states;

    internal LifecycleFrom(LifecycleTable<T, TState> table, TState[] states) => (_table, _states) = (table, states);

    /// <summary>The state that the row reaches, and the verb that names it.</summary>
    public LifecycleRow<T, TState> To(TState state, Verb verb) => _table.Add(new(_table, _states, state, verb));
}

/// <summary>A row that is being written.</summary>
public sealed class LifecycleRow<T, TState>
    where T : class
    where TState : struct, Enum
{
    private readonly LifecycleTable<T, TState> _table;
    private readonly TState[] _from;
    private readonly TState _to;
    private readonly Verb _verb;
    private readonly List<Role<T>> _by = [];
    private readonly List<Guard<T>> _when = [];
    private readonly List<Action<T, Step>> _then = [];
    private bool _asksReason;

    internal LifecycleRow(LifecycleTable<T, TState> table, TState[] from, TState to, Verb verb) =>
        (_table, _from, _to, _verb) = (table, from, to, verb);

    internal List<Deadline<T, TState>> Deadlines { get; } = [];

    /// <summary>Who may: any of these.</summary>
    public LifecycleRow<T, TState> By(params Role<T>[] roles)
    {
        _by.AddRange(roles);
        return this;
    }

    /// <summary>Conditions: all of these.</summary>
    public LifecycleRow<T, TState> When(params Guard<T>[] guards)
    {
        _when.AddRange(guards);
        return this;
    }

    /// <summary>A reason is asked, and kept.</summary>
    public LifecycleRow<T, TState> AskingReason()
    {
        _asksReason = true;
        return this;
    }

    /// <summary>What else changes.</summary>
    public LifecycleRow<T, TState> Then(params Action<T, Step>[] effects)
    {
        _then.AddRange(effects);
        return this;
    }

    /// <summary>A clock that runs in the state that is reached.</summary>
    public LifecycleRow<T, TState> Due(string text, Func<T, DateTime?> atUtc)
    {
        Deadlines.Add(new(_to, text, atUtc));
        return this;
    }

    /// <summary>The next row, one that brings a record into being.</summary>
    public LifecycleRow<T, TState> Start(TState to, Verb verb) => _table.Start(to, verb);

    /// <summary>The next row.</summary>
    public LifecycleFrom<T, TState> From(params TState[] states) => _table.From(states);

    /// <summary>What is kept in a record's history without moving it (<see cref="Lifecycle{T, TState}.Note"/>).</summary>
    public LifecycleRow<T, TState> Noting(params Verb[] notes)
    {
        _table.Note(notes);
        return this;
    }

    /// <summary>Ends the table.</summary>
    public Lifecycle<T, TState> ToLifecycle() => _table.Build();

    /// <summary>Ends the table.</summary>
    public static implicit operator Lifecycle<T, TState>(LifecycleRow<T, TState> last) => last.ToLifecycle();

    internal IEnumerable<Transition<T, TState>> Transitions() => _from.Length == 0
        ? [Row(null)]
        : _from.Select(state => Row(state));

    private Transition<T, TState> Row(TState? from) => new(from, _to, _verb, _by, _when, _asksReason, _then);
}

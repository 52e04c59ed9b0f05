namespace PropertySuite.Core;

/// <summary>One row of a lifecycle's table.</summary>
/// <param name="From">State it leaves; null when it brings the record into being.</param>
/// <param name="To">State it reaches.</param>
/// <param name="Verb">Its name.</param>
/// <param name="By">Who may: any of these roles.</param>
/// <param name="When">Conditions, in the order in which they are said.</param>
/// <param name="AsksReason">Whether a reason must be given; it is kept in history.</param>
/// <param name="Then">Changes of the record that go with it, beyond the state.</param>
public sealed record Transition<T, TState>(
    TState? From,
    TState To,
    Verb Verb,
    IReadOnlyList<Role<T>> By,
    IReadOnlyList<Guard<T>> When,
    bool AsksReason,
    IReadOnlyList<Action<T, Step>> Then)
    where T : class
    where TState : struct, Enum
{
    /// <summary>Whether the actor plays one of the roles that may.</summary>
    public bool IsFor(T? record, Actor actor) => By.Any(role => role.Plays(record, actor));

    internal RefusedException? Closed(T record, DateTime atUtc) =>
        When.Select(guard => guard.Check(record, atUtc)).FirstOrDefault(refused => refused is not null);
}

/// <summary>A clock that runs while a record is in a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Text">English name of what is due; translated in the lifecycle's context.</param>
/// <param name="AtUtc">When it is due, UTC; null when nothing is due for this record.</param>
public sealed record Deadline<T, TState>(TState State, string Text, Func<T, DateTime?> AtUtc)
    where T : class
    where TState : struct, Enum;

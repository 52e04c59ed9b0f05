using System.Collections.Concurrent;
using OrchardCore.Modules;

namespace PropertySuite.Visitors;

/// <summary>
/// Counts wrong six-digit codes, so that a million of them cannot be tried: ten within ten minutes by one person, then
/// a pause. Kept in memory, per community; a restart forgives.
/// </summary>
public sealed class CodeTries(IClock clock)
{
    private const int Allowed = 10;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Queue<DateTime>> _wrong = new(StringComparer.Ordinal);

    /// <summary>How long to wait; null when another code may be tried.</summary>
    public TimeSpan? Wait(string person)
    {
        if (!_wrong.TryGetValue(person, out var wrong))
        {
            return null;
        }

        lock (wrong)
        {
            Forget(wrong);
            return wrong.Count < Allowed ? null : wrong.Peek() + Span - clock.UtcNow;
        }
    }

    /// <summary>Counts a wrong code.</summary>
    public void Count(string person)
    {
        var wrong = _wrong.GetOrAdd(person, _ => new Queue<DateTime>());
        lock (wrong)
        {
            Forget(wrong);
            wrong.Enqueue(clock.UtcNow);
        }
    }

    private void Forget(Queue<DateTime> wrong)
    {
        while (wrong.Count > 0 && wrong.Peek() + Span <= clock.UtcNow)
        {
            wrong.Dequeue();
        }
    }
}

using System.Collections.Concurrent;
using OrchardCore.Modules;

namespace PropertySuite.Community.Joining;

/// <summary>Slows down guessing of codes: ten wrong ones in a quarter of an hour from an address, then a pause. Kept in memory, per community.</summary>
public sealed class JoinTries(IClock clock)
{
    private const int Allowed = 10;
    private const int MostAddresses = 20_000;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Queue<DateTime>> _wrong = new(StringComparer.Ordinal);

    /// <summary>How long this address waits; zero: another code may be tried.</summary>
    public TimeSpan Wait(string address)
    {
        if (!_wrong.TryGetValue(address, out var wrong)) return TimeSpan.Zero;
        lock (wrong)
        {
            Forget(wrong);
            return wrong.Count < Allowed ? TimeSpan.Zero : wrong.Peek() + Span - clock.UtcNow;
        }
    }

    /// <summary>Counts a wrong code.</summary>
    public void Count(string address)
    {
        if (_wrong.Count > MostAddresses) Prune();
        var wrong = _wrong.GetOrAdd(address, _ => new Queue<DateTime>());
        lock (wrong)
        {
            Forget(wrong);
            wrong.Enqueue(clock.UtcNow);
        }
    }

    private void Prune()
    {
        foreach (var (address, wrong) in _wrong)
        {
            lock (wrong)
            {
                Forget(wrong);
                if (wrong.Count == 0) _wrong.TryRemove(address, out _);
            }
        }
    }

    private void Forget(Queue<DateTime> wrong)
    {
        while (wrong.Count > 0 && wrong.Peek() + Span <= clock.UtcNow) wrong.Dequeue();
    }
}

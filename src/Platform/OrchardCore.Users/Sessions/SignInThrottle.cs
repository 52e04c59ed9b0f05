using System.Collections.Concurrent;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Users;

/// <summary>Slows down guessing: ten failures in a quarter of an hour for an account from an address, sixty in ten minutes from an address.</summary>
/// <remarks>The address is part of the key, so that a stranger cannot keep the owner of an account out. Counted per process and tenant.</remarks>
public sealed class SignInThrottle(IClock clock)
{
    public const int FailuresPerAccount = 10;
    public const int FailuresPerAddress = 60;
    public static readonly TimeSpan AccountWindow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(10);

    private const int MostKeys = 20_000;
    private readonly ConcurrentDictionary<string, Queue<DateTime>> _failures = new(StringComparer.Ordinal);

    /// <returns>How long to wait; zero: come in.</returns>
    public TimeSpan Wait(string account, string address)
    {
        var byAccount = Wait(AccountKey(account, address), FailuresPerAccount, AccountWindow);
        var byAddress = Wait(AddressKey(address), FailuresPerAddress, AddressWindow);
        return byAccount > byAddress ? byAccount : byAddress;
    }

    public void Fail(string account, string address)
    {
        Add(AccountKey(account, address), AccountWindow);
        Add(AddressKey(address), AddressWindow);
    }

    /// <summary>Forgets the failures of an account whose password was right after all; those of the address stay.</summary>
    public void Succeed(string account, string address) => _failures.TryRemove(AccountKey(account, address), out _);

    private static string AccountKey(string account, string address) => $"{account.Trim().ToUpperInvariant()}\n{address}";

    private static string AddressKey(string address) => "\n" + address;

    private TimeSpan Wait(string key, int most, TimeSpan window)
    {
        if (!_failures.TryGetValue(key, out var times))
        {
            return TimeSpan.Zero;
        }

        lock (times)
        {
            var now = clock.UtcNow;
            Trim(times, now - window);
            return times.Count < most ? TimeSpan.Zero : times.Peek() + window - now;
        }
    }

    private void Add(string key, TimeSpan window)
    {
        if (_failures.Count > MostKeys)
        {
            Prune();
        }

        var times = _failures.GetOrAdd(key, _ => new Queue<DateTime>());
        lock (times)
        {
            Trim(times, clock.UtcNow - window);
            times.Enqueue(clock.UtcNow);
        }
    }

    private void Prune()
    {
        foreach (var (key, times) in _failures)
        {
            lock (times)
            {
                Trim(times, clock.UtcNow - AccountWindow);
                if (times.Count == 0)
                {
                    _failures.TryRemove(key, out _);
                }
            }
        }
    }

    private static void Trim(Queue<DateTime> times, DateTime before)
    {
        while (times.TryPeek(out var oldest) && oldest <= before)
        {
            times.Dequeue();
        }
    }
}

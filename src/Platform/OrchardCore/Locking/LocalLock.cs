using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;

namespace PropertySuite.Platform.Locking;

/// <summary>Named locks of one tenant in this process; a name takes memory only while somebody holds or awaits it.</summary>
internal sealed class LocalLock(TimeProvider time) : ILocalLock, IDistributedLock
{
    private readonly TimeProvider _time = time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<ILocker> AcquireLockAsync(string key, TimeSpan? expiration = null)
        => (await TakeAsync(key, Timeout.InfiniteTimeSpan, expiration))!;

    public async Task<(ILocker? locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null)
        => await TakeAsync(key, timeout, expiration) is { } locker ? (locker, true) : (null, false);

    public Task<bool> IsLockAcquiredAsync(string key)
    {
        lock (_gate)
            return Task.FromResult(_entries.TryGetValue(key, out var entry) && entry.Semaphore.CurrentCount == 0);
    }

    private async Task<ILocker?> TakeAsync(string key, TimeSpan timeout, TimeSpan? expiration)
    {
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry!))
                _entries[key] = entry = new Entry();
            entry.Users++;
        }

        if (await entry.Semaphore.WaitAsync(timeout))
            return new Locker(this, key, entry, expiration);

        Leave(key, entry);
        return null;
    }

    private void Leave(string key, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users == 0)
                _entries.Remove(key);
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Locker : ILocker
    {
        private readonly LocalLock _owner;
        private readonly string _key;
        private readonly Entry _entry;
        private readonly ITimer? _expiry;
        private int _released;

        public Locker(LocalLock owner, string key, Entry entry, TimeSpan? expiration)
        {
            (_owner, _key, _entry) = (owner, key, entry);
            if (expiration is { } life && life > TimeSpan.Zero && life != TimeSpan.MaxValue)
                _expiry = owner._time.CreateTimer(static state => ((Locker)state!).Release(), this, life, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => Release();

        public ValueTask DisposeAsync()
        {
            Release();
            return ValueTask.CompletedTask;
        }

        private void Release()
        {
            if (Interlocked.Exchange(ref _released, 1) == 1)
                return;
            _expiry?.Dispose();
            _entry.Semaphore.Release();
            _owner.Leave(_key, _entry);
        }
    }
}

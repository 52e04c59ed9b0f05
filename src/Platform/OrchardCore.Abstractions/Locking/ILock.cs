namespace OrchardCore.Locking
{
    /// <summary>Locks by name.</summary>
    public interface ILock
    {
        /// <summary>Waits as long as it takes.</summary>
        Task<ILocker> AcquireLockAsync(string key, TimeSpan? expiration = null);

        /// <summary>Waits for at most <paramref name="timeout"/>; the locker is null when the lock was not had.</summary>
        Task<(ILocker? locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null);

        Task<bool> IsLockAcquiredAsync(string key);
    }

    /// <summary>Locks within this process and tenant.</summary>
    public interface ILocalLock : ILock
    {
    }

    /// <summary>A lock that is held until this is disposed.</summary>
    public interface ILocker : IDisposable, IAsyncDisposable
    {
    }
}

namespace OrchardCore.Locking.Distributed
{
    /// <summary>Locks of a tenant among all nodes; on a single node the same as <see cref="ILocalLock"/>.</summary>
    public interface IDistributedLock : ILock
    {
    }
}

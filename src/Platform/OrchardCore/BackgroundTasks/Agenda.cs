namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// When one tenant has something to do, as far as the host knows. While the tenant sleeps this is one moment; once it has been asked it is a
/// moment for each work. The moment kept in the tenant's folder is never later than the true one, so a crash loses nothing.
/// </summary>
internal sealed class Agenda
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(10);

    // Work that says it is due and does nothing may be waiting for something small; after this it is slowed down.
    private const int Patience = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly string _tenant;
    private readonly DueFile _file;
    private DateTime? _due;
    private DateTime? _stored;
    private bool _isStored;
    private DateTime _notBefore;
    private bool _isBusy;
    private int _failures;
    private int _open;

    public Agenda(string tenant, DueFile file)
    {
        (_tenant, _file) = (tenant, file);
        _stored = file.Read(tenant, out _isStored);
        _due = _isStored ? _stored : DateTime.MinValue;
    }

    public string Tenant => _tenant;

    /// <summary>Whether the tenant itself has said what it has to do.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>A run is under way; at most one at a time.</summary>
    public bool IsBusy
    {
        get => Volatile.Read(ref _isBusy);
        set => Volatile.Write(ref _isBusy, value);
    }

    /// <summary>When to wake the tenant, in UTC; null when it has nothing to do.</summary>
    public DateTime? Due
    {
        get
        {
            lock (_gate)
            {
                var due = IsAsked ? _entries.Values.Min(static entry => entry.Next) : _due;
                return due < _notBefore ? _notBefore : due;
            }
        }
    }

    /// <summary>Each work and when it is due, for the page that shows them; empty while the tenant has not been asked.</summary>
    public IReadOnlyDictionary<string, DateTime?> Works
    {
        get
        {
            lock (_gate)
                return _entries.ToDictionary(pair => pair.Key, pair => pair.Value.Due, StringComparer.Ordinal);
        }
    }

    /// <summary>Stored work is due at this moment.</summary>
    public void Ring(string work, DateTime due)
    {
        lock (_gate)
        {
            var entry = EntryOf(work);
            entry.Due = Earlier(entry.Due, due);
            entry.Rung = Earlier(entry.Rung, due);
            if (!IsAsked)
                _due = Earlier(_due, due);
        }
    }

    /// <summary>Has the tenant asked for everything when its turn comes, which is now.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            IsAsked = false;
            _due = DateTime.MinValue;
            if (_isStored)
                _file.Forget(_tenant);
            _isStored = false;
        }
    }

    /// <summary>From here on whatever rings may not be in the answer.</summary>
    public void BeginAsking(string? work = null)
    {
        lock (_gate)
        {
            foreach (var (name, entry) in _entries)
            {
                if (work is null || name == work)
                    entry.Rung = null;
            }
        }
    }

    /// <summary>What the tenant has to do, all of it.</summary>
    public void Answer(IReadOnlyDictionary<string, DateTime?> works)
    {
        lock (_gate)
        {
            foreach (var gone in _entries.Where(pair => !works.ContainsKey(pair.Key) && pair.Value is { IsRunning: false, Rung: null }).Select(pair => pair.Key).ToArray())
                _entries.Remove(gone);
            foreach (var (name, due) in works)
            {
                var entry = EntryOf(name);
                entry.Due = Earlier(entry.Rung, due);
            }

            IsAsked = true;
            _failures = 0;
            _notBefore = default;
        }
    }

    /// <summary>The next work that is due, taken for a run; null when there is none.</summary>
    public string? Take(DateTime now)
    {
        lock (_gate)
        {
            var next = _entries.Where(pair => pair.Value.Next <= now).OrderBy(pair => pair.Value.Due).FirstOrDefault();
            if (next.Value is null)
                return null;
            next.Value.IsRunning = true;
            return next.Key;
        }
    }

    /// <summary>A run has ended, and the work is due again at this moment.</summary>
    /// <param name="failed">It threw: should it be due still, it waits, longer each time.</param>
    /// <param name="stuck">It did nothing although it was due.</param>
    public void Done(string work, DateTime? due, DateTime now, bool failed, bool stuck = false)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(work, out var entry))
                return;
            entry.IsRunning = false;
            entry.Due = Earlier(entry.Rung, due);
            entry.Failures = failed || stuck ? entry.Failures + 1 : 0;
            var pauses = stuck && !failed ? entry.Failures - Patience : entry.Failures;
            entry.NotBefore = pauses <= 0 ? default : now + PauseAfter(pauses);
        }
    }

    /// <summary>The tenant cannot be started; it is tried again later.</summary>
    public void PutOff(DateTime now)
    {
        lock (_gate)
            _notBefore = now + PauseAfter(++_failures);
    }

    /// <summary>Work that is about to be stored will be due at this moment: a crash after the commit must not lose it.</summary>
    public void Expect(DateTime due)
    {
        lock (_gate)
        {
            _open++;
            if (!_isStored || _stored <= due)
                return;
            _file.Forget(_tenant);
            _isStored = false;
        }
    }

    /// <summary>What was expected has been committed, or will never be.</summary>
    public void Settle()
    {
        lock (_gate)
            _open--;
    }

    /// <summary>Writes the moment down for the time in which the tenant sleeps.</summary>
    public void Store()
    {
        lock (_gate)
        {
            var due = Due;
            if (_open > 0 || due == DateTime.MinValue || (_isStored && due == _stored))
                return;

            // What a run has not finished is due again if the server dies in it.
            if (_entries.Values.Any(static entry => entry.IsRunning))
                return;
            _file.Write(_tenant, due);
            (_isStored, _stored) = (true, due);
        }
    }

    private static TimeSpan PauseAfter(int failures)
        => TimeSpan.FromSeconds(Math.Min(s_longestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 12))));

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;

    private Entry EntryOf(string work)
    {
        if (!_entries.TryGetValue(work, out var entry))
            _entries[work] = entry = new Entry();
        return entry;
    }

    private sealed class Entry
    {
        public DateTime? Due { get; set; }

        /// <summary>The earliest moment that rang since the work was last asked.</summary>
        public DateTime? Rung { get; set; }

        public DateTime NotBefore { get; set; }

        public int Failures { get; set; }

        public bool IsRunning { get; set; }

        public DateTime? Next => IsRunning || Due is null ? null : Due < NotBefore ? NotBefore : Due;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Sites.Tests.Safety;

/// <summary>Counts the SQL statements of each request of a test host by the meter that any metrics collector reads.</summary>
internal sealed class StatementCounts : IStartupFilter, IDisposable
{
    /// <summary>Header by which a request says under which name it is counted.</summary>
    public const string Header = "X-Count";

    private readonly AsyncLocal<Tally?> _current = new();
    private readonly MeterListener _listener;

    public StatementCounts()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "YesSql", Name: "yessql.statements" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        // Called where the statement is run, in the request that runs it.
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _current.Value?.Add(value));
        _listener.Start();
    }

    /// <summary>Statements of finished requests by their names.</summary>
    public ConcurrentDictionary<string, long> Finished { get; } = new(StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.Headers[Header].ToString() is not { Length: > 0 } name)
            {
                await rest(context);
                return;
            }

            var tally = _current.Value = new Tally();
            await rest(context);
            Finished[name] = tally.Count;
        });
        next(app);
    };

    public void Dispose() => _listener.Dispose();

    private sealed class Tally
    {
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        public void Add(long value) => Interlocked.Add(ref _count, value);
    }
}

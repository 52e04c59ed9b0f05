using System.Diagnostics.Metrics;

namespace PropertySuite.Articles;

/// <summary>Counts the SQL statements of the process from the first question on.</summary>
internal static class StatementCounter
{
    private static readonly MeterListener s_listener = Listen();
    private static long s_count;

    public static long Count
    {
        get
        {
            _ = s_listener;
            return Interlocked.Read(ref s_count);
        }
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "YesSql", Name: "yessql.statements" })
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref s_count, measurement));
        listener.Start();
        return listener;
    }
}

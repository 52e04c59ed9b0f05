#nullable enable
using System.Data.Common;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>Faults of the moment: somebody else was quicker, or the database is busy. What met one is begun anew.</summary>
internal static class Passing
{
    private const int Busy = 5;
    private const int Locked = 6;

    public static bool Is(Exception e) => e is ConcurrencyException or DbException { IsTransient: true } or DbException { ErrorCode: Busy or Locked };
}

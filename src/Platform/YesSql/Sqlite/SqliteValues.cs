using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace YesSql.Sqlite;

/// <summary>
/// The stored form of each type: whole numbers, truth values, enumerations and durations (ticks) as integers; instants as UTC
/// text with seven decimals, so that text order is time order; decimals as <see cref="SortableDecimal"/>; ids as lower-case text.
/// </summary>
internal static class SqliteValues
{
    internal const string InstantFormat = "yyyy-MM-dd HH:mm:ss.fffffff";
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm:ss.fffffff";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly Dictionary<Type, MethodInfo> Readers = typeof(SqliteValues)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(method => method.Name.StartsWith("Get", StringComparison.Ordinal) && method.ReturnType != typeof(void))
        .ToDictionary(method => method.ReturnType);

    public static Expression Read(ParameterExpression reader, int ordinal, Type type)
    {
        if (type.IsEnum)
            return Expression.Convert(Read(reader, ordinal, typeof(long)), type);
        return Readers.TryGetValue(type, out var method)
            ? Expression.Call(method, reader, Expression.Constant(ordinal))
            : throw new NotSupportedException($"An index cannot have a column of type '{type}'.");
    }

    public static void AddHandlers(SqliteDialect dialect)
    {
        dialect.AddTypeHandler((bool value) => value ? 1L : 0L);
        dialect.AddTypeHandler((byte value) => (long)value);
        dialect.AddTypeHandler((sbyte value) => (long)value);
        dialect.AddTypeHandler((short value) => (long)value);
        dialect.AddTypeHandler((ushort value) => (long)value);
        dialect.AddTypeHandler((int value) => (long)value);
        dialect.AddTypeHandler((uint value) => (long)value);
        dialect.AddTypeHandler((ulong value) => checked((long)value));
        dialect.AddTypeHandler((float value) => (double)value);
        dialect.AddTypeHandler((char value) => value.ToString());
        dialect.AddTypeHandler((decimal value) => SortableDecimal.ToText(value));
        dialect.AddTypeHandler((DateTime value) => ToUtc(value).ToString(InstantFormat, CultureInfo.InvariantCulture));
        dialect.AddTypeHandler((DateTimeOffset value) => value.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));
        dialect.AddTypeHandler((DateOnly value) => value.ToString(DateFormat, CultureInfo.InvariantCulture));
        dialect.AddTypeHandler((TimeOnly value) => value.ToString(TimeFormat, CultureInfo.InvariantCulture));
        dialect.AddTypeHandler((TimeSpan value) => value.Ticks);
        dialect.AddTypeHandler((Guid value) => value.ToString("D"));
    }

    // An instant of unspecified kind is taken as UTC, since that is what is stored.
    private static DateTime ToUtc(DateTime value) => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;

    private static bool GetBoolean(DbDataReader reader, int ordinal) => reader.GetInt64(ordinal) != 0;

    private static byte GetByte(DbDataReader reader, int ordinal) => checked((byte)reader.GetInt64(ordinal));

    private static sbyte GetSByte(DbDataReader reader, int ordinal) => checked((sbyte)reader.GetInt64(ordinal));

    private static short GetInt16(DbDataReader reader, int ordinal) => checked((short)reader.GetInt64(ordinal));

    private static ushort GetUInt16(DbDataReader reader, int ordinal) => checked((ushort)reader.GetInt64(ordinal));

    private static int GetInt32(DbDataReader reader, int ordinal) => checked((int)reader.GetInt64(ordinal));

    private static uint GetUInt32(DbDataReader reader, int ordinal) => checked((uint)reader.GetInt64(ordinal));

    private static long GetInt64(DbDataReader reader, int ordinal) => reader.GetInt64(ordinal);

    private static ulong GetUInt64(DbDataReader reader, int ordinal) => checked((ulong)reader.GetInt64(ordinal));

    private static float GetSingle(DbDataReader reader, int ordinal) => (float)reader.GetDouble(ordinal);

    private static double GetDouble(DbDataReader reader, int ordinal) => reader.GetDouble(ordinal);

    private static string GetString(DbDataReader reader, int ordinal) => reader.GetString(ordinal);

    private static char GetChar(DbDataReader reader, int ordinal) => reader.GetString(ordinal)[0];

    private static byte[] GetBytes(DbDataReader reader, int ordinal) => (byte[])reader.GetValue(ordinal);

    private static decimal GetDecimal(DbDataReader reader, int ordinal) => SortableDecimal.Parse(reader.GetString(ordinal));

    private static DateTime GetDateTime(DbDataReader reader, int ordinal)
    {
        var text = reader.GetString(ordinal);
        return DateTime.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : DateTime.Parse(text, CultureInfo.InvariantCulture, Utc);
    }

    private static DateTimeOffset GetDateTimeOffset(DbDataReader reader, int ordinal) => new(GetDateTime(reader, ordinal));

    private static DateOnly GetDateOnly(DbDataReader reader, int ordinal) =>
        DateOnly.ParseExact(reader.GetString(ordinal), DateFormat, CultureInfo.InvariantCulture);

    private static TimeOnly GetTimeOnly(DbDataReader reader, int ordinal) =>
        TimeOnly.ParseExact(reader.GetString(ordinal), TimeFormat, CultureInfo.InvariantCulture);

    private static TimeSpan GetTimeSpan(DbDataReader reader, int ordinal) => new(reader.GetInt64(ordinal));

    private static Guid GetGuid(DbDataReader reader, int ordinal) => Guid.Parse(reader.GetString(ordinal));
}

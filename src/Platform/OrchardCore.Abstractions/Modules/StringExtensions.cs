namespace OrchardCore.Modules;

/// <summary>Comparisons that ignore case and culture.</summary>
public static class StringExtensions
{
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static byte[] ToByteArray(this string hex) => Convert.FromHexString(hex);

    public static bool EqualsOrdinalIgnoreCase(this string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string? a, string? b)
        => a is not null && b is not null && a.StartsWith(b, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string? a, string? b)
        => a is not null && b is not null && a.EndsWith(b, StringComparison.OrdinalIgnoreCase);
}

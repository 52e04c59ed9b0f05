using System.Globalization;

namespace PropertySuite.Measure;

/// <summary>The figures of a run as a Markdown table on the standard output; progress goes to the error output.</summary>
internal static class Table
{
    public static void Head()
    {
        Row("figure", "product", "hand-written", "share");
        Console.WriteLine($"|{new string('-', 55)}|{new string('-', 20)}:|{new string('-', 14)}:|{new string('-', 8)}:|");
    }

    public static void Row(string what, string product, string hand = "", string share = "") =>
        Console.WriteLine($"| {what,-53} | {product,19} | {hand,13} | {share,7} |");

    public static void Progress(string what) => Console.Error.WriteLine(what);

    public static string Number(double value) =>
        value.ToString(Math.Abs(value) switch { < 10 => "0.00", < 100 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);

    public static string Share(double part, double whole) => (part / whole * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The value at a share of the sorted values, such as 0.95.</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * share)];
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

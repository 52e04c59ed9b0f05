namespace PropertySuite.Platform.Features.Liquid;

/// <summary>What a template may use up. An office writes templates itself; one that goes wrong must not take the server with it.</summary>
internal static class LiquidLimits
{
    /// <summary>Characters of a template.</summary>
    public const int Template = 65_536;

    /// <summary>Tags within tags.</summary>
    public const int Nesting = 40;

    /// <summary>Turns of all loops together.</summary>
    public const int Loops = 10_000;

    /// <summary>Characters that come out, and of any text on the way.</summary>
    public const int Output = 1_048_576;

    /// <summary>Elements of a list.</summary>
    public const int List = 10_000;

    /// <summary>Objects within objects that are written as JSON.</summary>
    public const int Depth = 20;

    /// <summary>For one rendering.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>Templates that are kept parsed for sites with the same features.</summary>
    public const int Kept = 1_000;
}

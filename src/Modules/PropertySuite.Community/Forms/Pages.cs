namespace PropertySuite.Community.Forms;

/// <summary>Where a reader stands in a list of several pages.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Link">Address of a page.</param>
public sealed record Pages(int Number, int Count, Func<int, string> Link);

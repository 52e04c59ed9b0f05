namespace PropertySuite.Office.Frame;

/// <summary>One place to go, ready to be written.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Href">Path; null for a heading that leads nowhere itself.</param>
/// <param name="Icon">Id in <c>icons.svg</c>.</param>
/// <param name="Id">As the module gave it; empty for none.</param>
/// <param name="HasFigure">Whether a figure stands beside it: shape <c>MenuFigure__Id</c> of the module.</param>
/// <param name="Key">Letter that leads there after G; null for none.</param>
/// <param name="IsCurrent">Whether the page shown lies at or under <paramref name="Href"/>, nearer than any other entry.</param>
/// <param name="IsTab">Whether the entry wants a place in the phone's tab bar.</param>
public sealed record MenuEntry(
    string Text, string? Href, string Icon, string Id, bool HasFigure, string? Key, bool IsCurrent, bool IsTab, IReadOnlyList<MenuEntry> Children)
{
    /// <summary>Whether this entry or one below it is the page shown.</summary>
    public bool HoldsCurrent => IsCurrent || Children.Any(child => child.HoldsCurrent);
}

namespace PropertySuite.Visitors;

/// <summary>Context in which states and kinds are translated on the module's own pages.</summary>
public sealed class VisitTexts;

/// <summary>Context in which the watch list's words are translated on the module's own pages.</summary>
public sealed class WatchTexts;

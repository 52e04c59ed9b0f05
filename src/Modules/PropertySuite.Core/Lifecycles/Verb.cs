namespace PropertySuite.Core;

/// <summary>A named transition as people say it: <c>admit</c>, "Let in".</summary>
/// <param name="Id">Stable id; kept in history, part of addresses.</param>
/// <param name="Text">English words on the button: verb and object. Translated in the lifecycle's context.</param>
public sealed record Verb(string Id, string Text);

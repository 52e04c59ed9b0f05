using OrchardCore.DisplayManagement;

namespace PropertySuite.Community.Forms;

/// <summary>A page that holds a register form.</summary>
/// <param name="Title">Heading, in the reader's language.</param>
/// <param name="Submit">Word on the button.</param>
/// <param name="Back">Where "cancel" leads, and its word.</param>
public sealed record EditorPage(string Title, IShape Form, string Submit, PageLink Back, bool IsRefused = false);

public sealed record PageLink(string Text, string Href);

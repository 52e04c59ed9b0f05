namespace PropertySuite.Community.Entrances;

/// <summary>An entrance as its form holds it. Shape <c>EntrancePart_Edit</c>.</summary>
public class EntranceEditor
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public int Order { get; set; }

    public bool IsClosed { get; set; }
}

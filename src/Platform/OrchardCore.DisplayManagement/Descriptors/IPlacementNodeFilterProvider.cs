namespace OrchardCore.DisplayManagement.Descriptors.ShapePlacementStrategy;

/// <summary>Understands one key of a node in <c>placement.json</c>.</summary>
public interface IPlacementNodeFilterProvider
{
    string Key { get; }

    /// <param name="expression">The key's value: a <see cref="System.Text.Json.Nodes.JsonNode"/>.</param>
    bool IsMatch(ShapePlacementContext context, object expression);
}

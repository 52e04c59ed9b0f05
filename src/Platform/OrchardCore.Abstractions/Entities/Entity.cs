using System.Text.Json.Nodes;

namespace OrchardCore.Entities;

/// <summary>Something that carries data of modules it does not know, as JSON by name.</summary>
public interface IEntity
{
    JsonObject Properties { get; }
}

public class Entity : IEntity
{
    public JsonObject Properties { get; set; } = [];
}

namespace OrchardCore.Modules.Manifest;

[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleMarkerAttribute(string id, string type) : Attribute
{
    public string Id { get; } = id;
    public string Type { get; } = type;
}

[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public class ModuleNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

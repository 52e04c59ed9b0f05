namespace OrchardCore.Modules.Manifest;

/// <summary>Put on the application's assembly by the build, once for each module that it references.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public class ModuleNameAttribute : Attribute
{
    public ModuleNameAttribute(string name) => Name = name ?? string.Empty;

    public string Name { get; }
}

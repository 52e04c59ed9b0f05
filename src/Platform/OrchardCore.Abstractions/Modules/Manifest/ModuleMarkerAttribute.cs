namespace OrchardCore.Modules.Manifest;

/// <summary>Put on a module's assembly by the build, so that an assembly without a manifest is a module too.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false, Inherited = false)]
public class ModuleMarkerAttribute : ModuleAttribute
{
    public ModuleMarkerAttribute(string id, string type)
    {
        Id = id;
        Name = id;
        Type = type;
    }
}

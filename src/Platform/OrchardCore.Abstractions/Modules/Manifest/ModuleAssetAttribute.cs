namespace OrchardCore.Modules.Manifest;

/// <summary>Names one embedded file of a module. Packages of the original carry it; here the resource names say the same.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public class ModuleAssetAttribute : Attribute
{
    public ModuleAssetAttribute(string asset) => Asset = asset ?? string.Empty;

    public string Asset { get; }
}

namespace OrchardCore.Data;

/// <summary>The collections of the tenant's store beside the default one.</summary>
public class StoreCollectionOptions
{
    public HashSet<string> Collections { get; } = [];
}

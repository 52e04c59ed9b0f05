using OrchardCore.Documents;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Users;

/// <summary>Applies the default permissions of features when they are installed, and of those that came before the roles did.</summary>
internal sealed class RoleUpdater(IDocumentManager<RolesDocument> documents, StereotypePermissions stereotypes) : FeatureEventHandler
{
    public override Task InstalledAsync(IFeatureInfo feature) => ApplyAsync([feature.Id]);

    public async Task ApplyAsync(IReadOnlyCollection<string> featureIds)
    {
        var document = await documents.GetOrCreateMutableAsync(SystemRoles.CreateDocumentAsync);
        if (stereotypes.Apply(document, featureIds))
        {
            await documents.UpdateAsync(document);
        }
    }
}

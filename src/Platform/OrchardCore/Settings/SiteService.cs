using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Documents;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;

namespace PropertySuite.Platform.Settings;

internal sealed class SiteService(IDocumentManager<SiteSettings> documents, IServiceProvider services) : ISiteService
{
    public async Task<ISite> LoadSiteSettingsAsync() => await documents.GetOrCreateMutableAsync(CreateAsync);

    public async Task<ISite> GetSiteSettingsAsync() => await documents.GetOrCreateImmutableAsync(CreateAsync);

    public async Task UpdateSiteSettingsAsync(ISite site)
    {
        await documents.UpdateAsync((SiteSettings)site);

        // Schedules go by the site's time zone. Made here, since most requests only read.
        services.GetRequiredService<IWorkAlarm>().AskAgain();
    }

    private static Task<SiteSettings> CreateAsync() => Task.FromResult(new SiteSettings
    {
        SiteSalt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
    });
}

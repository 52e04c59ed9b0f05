using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Commands;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Settings;

internal sealed class SiteService(IDocumentManager<SiteSettings> documents, IServiceProvider services) : ISiteService
{
    public async Task<ISite> LoadSiteSettingsAsync() => await documents.GetOrCreateMutableAsync(CreateAsync);

    public async Task<ISite> GetSiteSettingsAsync()
    {
        var site = await documents.GetOrCreateImmutableAsync(CreateAsync);
        if (site.OwnAddress is null && services.GetRequiredService<ServerAddress>().Uri is { } server)
            site.OwnAddress = SiteAddress.Of(services.GetRequiredService<ShellSettings>(), server);
        return site;
    }

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

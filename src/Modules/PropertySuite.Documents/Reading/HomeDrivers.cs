using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>News on the public first page: what is pinned as notices, the newest below.</summary>
public sealed class PublicNewsDriver(Publications publications, Readership readership, CommunityTimes times) : DisplayDriver<PublicHome>
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public override IDisplayResult Display(PublicHome model, BuildDisplayContext context) =>
        Initialize<NewsOfHome>("PublicHomeNews", async shape =>
        {
            shape.News = [.. (await publications.ReadableAsync(DocumentTypes.News, await readership.IsOfTheHouseAsync(model.Reader), take: Shown)).OfType<NewsPart>()];
            shape.Time = await times.GetAsync();
        }).Location("News:10");
}

/// <summary>News on the resident's first page.</summary>
public sealed class ResidentNewsDriver(Publications publications, CommunityTimes times) : DisplayDriver<ResidentHome>
{
    private const int Shown = 3;

    /// <inheritdoc/>
    public override IDisplayResult Display(ResidentHome model, BuildDisplayContext context) =>
        Initialize<NewsOfHome>("ResidentHomeNews", async shape =>
        {
            shape.News = [.. (await publications.ReadableAsync(DocumentTypes.News, model.Units.Count > 0, take: Shown)).OfType<NewsPart>()];
            shape.Time = await times.GetAsync();
        }).Location("Content:40");
}

/// <summary>Shapes <c>PublicHomeNews</c> and <c>ResidentHomeNews</c>.</summary>
public class NewsOfHome
{
    public IReadOnlyList<NewsPart> News { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;
}

/// <summary>Books what has ended.</summary>
[OrchardCore.BackgroundTasks.BackgroundTask(Title = "Publications: what has ended", Schedule = "13 * * * *", Description = "Books in the history news and documents whose last day is over.", LockTimeout = 1_000, LockExpiration = 240_000)]
public sealed class PublicationClock : OrchardCore.BackgroundTasks.IBackgroundTask
{
    /// <inheritdoc/>
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Publications>(serviceProvider).EndAsync();
}

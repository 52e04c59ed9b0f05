using System.Text;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>
/// Recipe step <c>publications</c>: ready news and house documents, published on the day on which the recipe runs.
/// <code>{ "name": "publications", "news": [{ "id": "…", "topic": "Works", "audience": "Everybody", "pinned": false, "fromDay": -3, "untilDay": 10, "texts": [{ "language": "es", "title": "…", "body": "…" }] }],
/// "documents": [{ "id": "…", "category": "Rules", "texts": […], "files": [{ "language": "es", "name": "reglamento.txt", "text": "…", "fromDay": -200 }] }] }</code>
/// </summary>
/// <remarks>Days are counted from the day on which the recipe runs. What is there already by its id is left alone.</remarks>
public sealed class PublicationsStep(Publications publications, Attachments attachments, CommunityTimes times, IClock clock, IContentManager contents) : NamedRecipeStepHandler("publications")
{
    private static readonly Actor s_recipe = new("recipe", "recipe", [Permissions.Edit]);

    /// <inheritdoc/>
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var row in Objects(context.Step, "news"))
        {
            if (await BeginAsync<NewsPart>(DocumentTypes.News, row) is not { } news) continue;
            news.Place(Choice(row, "topic", NewsTopic.General), row["pinned"]?.GetValue<bool>() == true);
            await FinishAsync(news, row, []);
        }

        foreach (var row in Objects(context.Step, "documents"))
        {
            if (await BeginAsync<HouseDocumentPart>(DocumentTypes.HouseDocument, row) is not { } document) continue;
            document.Place(Choice(row, "category", DocumentCategory.Other));
            var steps = new List<Step>();
            foreach (var file in Objects(row, "files"))
            {
                var added = await attachments.AddAsync(DocumentTypes.DocumentKind, document.ContentItem.ContentItemId, DocumentTypes.FileSlot, Encoding.UTF8.GetBytes(Text(file, "text")), Text(file, "name"), s_recipe);
                steps.Add(document.Add(added.AttachmentId, Text(file, "language"), await DayAsync(file, "fromDay") ?? (await times.GetAsync()).DayAt(clock.UtcNow), null, s_recipe, clock.UtcNow));
            }

            await FinishAsync(document, row, steps);
        }
    }

    private async Task<T?> BeginAsync<T>(string type, JsonObject row) where T : PublicationPart, new()
    {
        var id = Text(row, "id");
        if (await contents.GetAsync(id) is not null) return null;
        var publication = await publications.NewAsync<T>(type);
        publication.ContentItem.ContentItemId = id;
        return publication;
    }

    private async Task FinishAsync(PublicationPart publication, JsonObject row, IReadOnlyList<Step> steps)
    {
        var time = await times.GetAsync();
        var texts = Objects(row, "texts").Select(text => new LocalText(Text(text, "language"), Text(text, "title"), text["body"]?.GetValue<string>() ?? "")).ToList();
        var (from, until) = (await DayAsync(row, "fromDay"), await DayAsync(row, "untilDay"));
        var plan = new PublicationPlan(texts, [.. Enumerable.Range(0, texts.Count)], Choice(row, "audience", Audience.Everybody), from is { } first ? time.ToUtc(first, new TimeOnly(9, 0)) : null, until is { } last ? time.BeginningOf(last.AddDays(1)) : null);
        var written = publication.Write(s_recipe, clock.UtcNow, plan);
        var published = publication.Publish(s_recipe, clock.UtcNow);

        // What is said to stand there since some days does so.
        if (publication.FromUtc is { } since && since < clock.UtcNow) publication.PublishedAtUtc = since;
        await publications.CreateAsync(publication, [written, .. steps, published]);
    }

    private async Task<DateOnly?> DayAsync(JsonObject row, string name) =>
        row[name] is JsonValue days ? (await times.GetAsync()).DayAt(clock.UtcNow).AddDays(days.GetValue<int>()) : null;

    private static IEnumerable<JsonObject> Objects(JsonObject from, string name) => (from[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonObject row, string name) => row[name]?.GetValue<string>() ?? throw new InvalidOperationException($"\"{name}\" is missing in {row.ToJsonString()}.");

    private static T Choice<T>(JsonObject row, string name, T usual) where T : struct, Enum =>
        row[name]?.GetValue<string>() is not { } written ? usual : Enum.TryParse<T>(written, out var choice) ? choice : throw new InvalidOperationException($"\"{written}\" is no {name}.");
}

#nullable enable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;

namespace PropertySuite.Platform.Display.Content;

/// <summary>Finds the drivers of a part or a field by its name. One per request, since drivers are.</summary>
internal sealed class ContentDriverResolver(IOptions<ContentDisplayOptions> displayOptions, IOptions<ContentOptions> contentOptions, IServiceProvider services)
{
    public IReadOnlyList<IContentPartDisplayDriver> PartDisplay(string partName, string? mode) =>
        contentOptions.Value.ContentPartOptionsLookup.TryGetValue(partName, out var option)
            ? Select<IContentPartDisplayDriver>(displayOptions.Value.Parts, option.Type, c => c.DisplayMode(mode))
            : [];

    public IReadOnlyList<IContentPartDisplayDriver> PartEditors(string partName, string? editor) =>
        contentOptions.Value.ContentPartOptionsLookup.TryGetValue(partName, out var option)
            ? Select<IContentPartDisplayDriver>(displayOptions.Value.Parts, option.Type, c => c.Editor(editor))
            : [];

    public IReadOnlyList<IContentFieldDisplayDriver> FieldDisplay(string fieldName, string? mode) =>
        contentOptions.Value.ContentFieldOptionsLookup.TryGetValue(fieldName, out var option)
            ? Select<IContentFieldDisplayDriver>(displayOptions.Value.Fields, option.Type, c => c.DisplayMode(mode))
            : [];

    public IReadOnlyList<IContentFieldDisplayDriver> FieldEditors(string fieldName, string? editor) =>
        contentOptions.Value.ContentFieldOptionsLookup.TryGetValue(fieldName, out var option)
            ? Select<IContentFieldDisplayDriver>(displayOptions.Value.Fields, option.Type, c => c.Editor(editor))
            : [];

    private List<TDriver> Select<TDriver>(Dictionary<Type, List<DriverChoice>> drivers, Type owner, Func<DriverChoice, bool> wanted)
    {
        if (!drivers.TryGetValue(owner, out var choices))
            return [];

        var selected = new List<TDriver>(choices.Count);
        foreach (var choice in choices)
        {
            if (wanted(choice))
                selected.Add((TDriver)services.GetRequiredService(choice.Driver));
        }

        return selected;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;

namespace OrchardCore.ContentManagement;

/// <summary>Reads and changes parts of an item by their class.</summary>
public static class ContentItemExtensions
{
    /// <summary>The part named after the class.</summary>
    public static bool TryGet<TPart>(this ContentItem contentItem, [NotNullWhen(true)] out TPart? part) where TPart : ContentPart =>
        contentItem.TryGet(typeof(TPart).Name, out part);

    /// <summary>The part of this name.</summary>
    public static bool TryGet<TPart>(this ContentItem contentItem, string name, [NotNullWhen(true)] out TPart? part) where TPart : ContentPart
    {
        part = contentItem.Get<TPart>(name);
        return part is not null;
    }

    /// <inheritdoc cref="TryGet{TPart}(ContentItem, string, out TPart)"/>
    public static bool TryGet(this ContentItem contentItem, Type contentElementType, string name, [NotNullWhen(true)] out ContentElement? part)
    {
        part = contentItem.Get(contentElementType, name);
        return part is not null;
    }

    /// <summary>The part named after the class; null if the item has none.</summary>
    public static TPart? As<TPart>(this ContentItem contentItem) where TPart : ContentPart => contentItem.Get<TPart>(typeof(TPart).Name);

    /// <summary>The part named after the class; a new one, which is stored, if the item has none.</summary>
    public static TPart GetOrCreate<TPart>(this ContentItem contentItem) where TPart : ContentPart, new() =>
        contentItem.GetOrCreate<TPart>(typeof(TPart).Name);

    /// <summary>Removes the part named after the class.</summary>
    public static void Remove<TPart>(this ContentItem contentItem) where TPart : ContentPart, new() =>
        contentItem.Remove(typeof(TPart).Name);

    /// <summary>Adds the part, named after its class, unless the item has one.</summary>
    public static ContentItem Weld<TPart>(this ContentItem contentItem, TPart part) where TPart : ContentPart
    {
        contentItem.Weld(typeof(TPart).Name, part);
        return contentItem;
    }

    /// <summary>Takes over the state of the part named after the class, to be stored.</summary>
    public static ContentItem Apply<TPart>(this ContentItem contentItem, TPart part) where TPart : ContentPart
    {
        contentItem.Apply(typeof(TPart).Name, part);
        return contentItem;
    }

    /// <summary>Changes the part named after the class, made if need be, and stores it.</summary>
    public static ContentItem Alter<TPart>(this ContentItem contentItem, Action<TPart> action) where TPart : ContentPart, new()
    {
        contentItem.Alter(typeof(TPart).Name, action);
        return contentItem;
    }

    /// <inheritdoc cref="Alter{TPart}(ContentItem, Action{TPart})"/>
    public static async Task<ContentItem> AlterAsync<TPart>(this ContentItem contentItem, Func<TPart, Task> action) where TPart : ContentPart, new()
    {
        await contentItem.AlterAsync(typeof(TPart).Name, action);
        return contentItem;
    }

    /// <summary>
    /// Puts properties of another item or object into this one, deeply. Text, owner and author are taken over as well;
    /// ids, type, versions and dates are not.
    /// </summary>
    public static ContentItem Merge(this ContentItem contentItem, object properties, JsonMergeSettings? settings = null)
    {
        var added = JObject.FromObject(properties) ?? [];
        if (added.Remove(nameof(ContentItem.DisplayText), out var text)) contentItem.DisplayText = text.Value<string>();
        if (added.Remove(nameof(ContentItem.Owner), out var owner)) contentItem.Owner = owner.Value<string>();
        if (added.Remove(nameof(ContentItem.Author), out var author)) contentItem.Author = author.Value<string>();
        foreach (var name in added.Select(property => property.Key).Where(name => !ContentItemNames.IsElement(name)).ToArray()) added.Remove(name);
        contentItem.Data.Merge(added, settings);
        contentItem.ForgetElements();
        return contentItem;
    }
}

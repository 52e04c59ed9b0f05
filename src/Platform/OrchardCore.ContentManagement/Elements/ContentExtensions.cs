using System.Text.Json.Nodes;
using System.Text.Json.Settings;

namespace OrchardCore.ContentManagement;

/// <summary>Reads and changes parts and fields by name.</summary>
public static class ContentExtensions
{
    /// <summary>Property that marks what was welded on with settings.</summary>
    public const string WeldedPartSettingsName = "@WeldedPartSettings";

    /// <summary>The typed element of this name; null if there is none. The same instance each time.</summary>
    public static TElement? Get<TElement>(this ContentElement contentElement, string name) where TElement : ContentElement =>
        (TElement?)contentElement.Get(typeof(TElement), name);

    /// <summary>Whether there is an element named after the class.</summary>
    public static bool Has<TElement>(this ContentElement contentElement) where TElement : ContentElement =>
        contentElement.Has(typeof(TElement).Name);

    /// <inheritdoc cref="Get{TElement}(ContentElement, string)"/>
    public static ContentElement? Get(this ContentElement contentElement, Type contentElementType, string name) =>
        contentElement.Find(contentElementType, name);

    /// <summary>Removes an element; false if there was none.</summary>
    public static bool Remove(this ContentElement contentElement, string name) => contentElement.Drop(name);

    /// <summary>The typed element of this name; a new one, which is stored, if there is none.</summary>
    public static TElement GetOrCreate<TElement>(this ContentElement contentElement, string name) where TElement : ContentElement, new()
    {
        if (contentElement.Get<TElement>(name) is { } existing) return existing;
        var created = new TElement();
        contentElement.Put(name, created);
        return created;
    }

    /// <summary>Adds an element unless there is one of this name.</summary>
    public static ContentElement Weld(this ContentElement contentElement, string name, ContentElement element)
    {
        if (!contentElement.Holds(name)) contentElement.Put(name, element);
        return contentElement;
    }

    /// <summary>Adds an element named after its class unless there is one.</summary>
    /// <param name="settings">Kept beside the element's properties; null for none.</param>
    public static ContentElement Weld<TElement>(this ContentElement contentElement, object? settings = null) where TElement : ContentElement, new()
    {
        var name = typeof(TElement).Name;
        if (contentElement.Holds(name)) return contentElement;
        var element = new TElement();
        if (settings is not null)
        {
            element.Data[WeldedPartSettingsName] = JObject.FromObject(settings);
        }
        contentElement.Put(name, element);
        return contentElement;
    }

    /// <summary>Takes over the state of a typed element, to be stored.</summary>
    public static ContentElement Apply(this ContentElement contentElement, string name, ContentElement element)
    {
        contentElement.Put(name, element);
        return contentElement;
    }

    /// <summary>Takes over the parts of another item or the fields of another part.</summary>
    public static ContentElement Apply(this ContentElement contentElement, ContentElement element)
    {
        if (ReferenceEquals(contentElement, element)) return contentElement;
        contentElement.Data.Merge(element.Data, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        contentElement.ForgetElements();
        return contentElement;
    }

    /// <summary>Changes the element of this name, made if need be, and stores it.</summary>
    public static ContentElement Alter<TElement>(this ContentElement contentElement, string name, Action<TElement> action) where TElement : ContentElement, new()
    {
        var element = contentElement.GetOrCreate<TElement>(name);
        action(element);
        return contentElement.Apply(name, element);
    }

    /// <inheritdoc cref="Alter{TElement}(ContentElement, string, Action{TElement})"/>
    public static async Task<ContentElement> AlterAsync<TElement>(this ContentElement contentElement, string name, Func<TElement, Task> action) where TElement : ContentElement, new()
    {
        var element = contentElement.GetOrCreate<TElement>(name);
        await action(element);
        return contentElement.Apply(name, element);
    }

    /// <summary>Stores the state of a part in its item, under the name that it was read by.</summary>
    public static ContentPart Apply(this ContentPart contentPart)
    {
        var item = contentPart.ContentItem;
        var name = item.Elements.FirstOrDefault(pair => ReferenceEquals(pair.Value, contentPart)).Key ?? contentPart.GetType().Name;
        item.Put(name, contentPart);
        return contentPart;
    }

    /// <summary>Whether this version is the published one.</summary>
    public static bool IsPublished(this IContent content) => content.ContentItem is { Published: true };

    /// <summary>Whether there may be a version newer than the published one.</summary>
    public static bool HasDraft(this IContent content) => content.ContentItem is { } item && (!item.Published || !item.Latest);

    /// <summary>The typed elements of a kind that were read so far.</summary>
    public static IEnumerable<TElement> OfType<TElement>(this ContentElement contentElement) where TElement : ContentElement =>
        contentElement.Elements.Values.Where(element => !ReferenceEquals(element, contentElement)).OfType<TElement>();
}

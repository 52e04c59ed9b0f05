using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PropertySuite.Platform.Display.Content;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

public static class ContentFieldServiceCollectionExtensions
{
    /// <summary>Registers a driver for every display mode and editor.</summary>
    public static ContentFieldOptionBuilder UseDisplayDriver<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.UseDisplayDriver(typeof(TContentFieldDisplayDriver));

    public static ContentFieldOptionBuilder UseDisplayDriver(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType) =>
        builder.ForDisplayMode(fieldDisplayDriverType).ForEditor(fieldDisplayDriverType);

    public static ContentFieldOptionBuilder UseDisplayDriver<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder, Func<string, bool> predicate)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver =>
        builder.ForDisplayMode<TContentFieldDisplayDriver>(predicate).ForEditor<TContentFieldDisplayDriver>(predicate);

    public static ContentFieldOptionBuilder RemoveDisplayDriver<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.RemoveDisplayDriver(typeof(TContentFieldDisplayDriver));

    public static ContentFieldOptionBuilder RemoveDisplayDriver(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType)
    {
        builder.Services.RemoveAll(fieldDisplayDriverType);
        builder.Services.Configure<ContentDisplayOptions>(o => ContentDisplayOptions.Remove(o.Fields, builder.ContentFieldType, fieldDisplayDriverType));
        return builder;
    }

    public static ContentFieldOptionBuilder ForDisplayMode<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.ForDisplayMode(typeof(TContentFieldDisplayDriver));

    public static ContentFieldOptionBuilder ForDisplayMode(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType) =>
        builder.ForDisplayMode(fieldDisplayDriverType, static _ => true);

    /// <param name="predicate">Which display modes: null or empty is the standard one.</param>
    public static ContentFieldOptionBuilder ForDisplayMode<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder, Func<string, bool> predicate)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.ForDisplayMode(typeof(TContentFieldDisplayDriver), predicate);

    public static ContentFieldOptionBuilder ForDisplayMode(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType, Func<string, bool> predicate)
    {
        builder.Services.TryAddScoped(fieldDisplayDriverType);
        builder.Services.Configure<ContentDisplayOptions>(o => ContentDisplayOptions.ForDisplay(o.Fields, builder.ContentFieldType, fieldDisplayDriverType, predicate));
        return builder;
    }

    public static ContentFieldOptionBuilder ForEditor<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.ForEditor(typeof(TContentFieldDisplayDriver));

    public static ContentFieldOptionBuilder ForEditor(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType) =>
        builder.ForEditor(fieldDisplayDriverType, static _ => true);

    /// <param name="predicate">Which editors: null or empty is the standard one.</param>
    public static ContentFieldOptionBuilder ForEditor<TContentFieldDisplayDriver>(this ContentFieldOptionBuilder builder, Func<string, bool> predicate)
        where TContentFieldDisplayDriver : class, IContentFieldDisplayDriver => builder.ForEditor(typeof(TContentFieldDisplayDriver), predicate);

    public static ContentFieldOptionBuilder ForEditor(this ContentFieldOptionBuilder builder, Type fieldDisplayDriverType, Func<string, bool> predicate)
    {
        builder.Services.TryAddScoped(fieldDisplayDriverType);
        builder.Services.Configure<ContentDisplayOptions>(o => ContentDisplayOptions.ForEditor(o.Fields, builder.ContentFieldType, fieldDisplayDriverType, predicate));
        return builder;
    }
}

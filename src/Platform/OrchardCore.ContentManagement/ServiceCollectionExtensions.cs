using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement.Handlers;
using PropertySuite.Platform.Content;

namespace OrchardCore.ContentManagement;

/// <summary>Registers kinds of parts and fields with what belongs to them.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the content manager and the definitions; a site has them already.</summary>
    public static IServiceCollection AddContentManagement(this IServiceCollection services) => services.AddContentManagementCore();

    public static ContentPartOptionBuilder AddContentPart<TContentPart>(this IServiceCollection services) where TContentPart : ContentPart =>
        services.AddContentPart(typeof(TContentPart));

    public static ContentPartOptionBuilder AddContentPart(this IServiceCollection services, Type contentPartType)
    {
        if (!typeof(ContentPart).IsAssignableFrom(contentPartType)) throw new ArgumentException($"{contentPartType} is not a content part.", nameof(contentPartType));
        services.Configure<ContentOptions>(options => options.GetOrAddContentPart(contentPartType));
        return new ContentPartOptionBuilder(services, contentPartType);
    }

    public static ContentFieldOptionBuilder AddContentField<TContentField>(this IServiceCollection services) where TContentField : ContentField =>
        services.AddContentField(typeof(TContentField));

    public static ContentFieldOptionBuilder AddContentField(this IServiceCollection services, Type contentFieldType)
    {
        if (!typeof(ContentField).IsAssignableFrom(contentFieldType)) throw new ArgumentException($"{contentFieldType} is not a content field.", nameof(contentFieldType));
        services.Configure<ContentOptions>(options => options.GetOrAddContentField(contentFieldType));
        return new ContentFieldOptionBuilder(services, contentFieldType);
    }

    public static ContentPartOptionBuilder AddHandler<TContentPartHandler>(this ContentPartOptionBuilder builder) where TContentPartHandler : class, IContentPartHandler =>
        builder.AddHandler(typeof(TContentPartHandler));

    public static ContentPartOptionBuilder AddHandler(this ContentPartOptionBuilder builder, Type handlerType)
    {
        builder.Services.TryAddScoped(handlerType);
        builder.Services.Configure<ContentOptions>(options => options.GetOrAddContentPart(builder.ContentPartType).AddHandler(handlerType));
        return builder;
    }

    public static ContentPartOptionBuilder RemoveHandler<TContentPartHandler>(this ContentPartOptionBuilder builder) where TContentPartHandler : class, IContentPartHandler =>
        builder.RemoveHandler(typeof(TContentPartHandler));

    public static ContentPartOptionBuilder RemoveHandler(this ContentPartOptionBuilder builder, Type handlerType)
    {
        builder.Services.Configure<ContentOptions>(options => options.GetOrAddContentPart(builder.ContentPartType).RemoveHandler(handlerType));
        return builder;
    }

    public static ContentFieldOptionBuilder AddHandler<TContentFieldHandler>(this ContentFieldOptionBuilder builder) where TContentFieldHandler : class, IContentFieldHandler =>
        builder.AddHandler(typeof(TContentFieldHandler));

    public static ContentFieldOptionBuilder AddHandler(this ContentFieldOptionBuilder builder, Type handlerType)
    {
        builder.Services.TryAddScoped(handlerType);
        builder.Services.Configure<ContentOptions>(options => options.GetOrAddContentField(builder.ContentFieldType).AddHandler(handlerType));
        return builder;
    }

    public static ContentFieldOptionBuilder RemoveHandler<TContentFieldHandler>(this ContentFieldOptionBuilder builder) where TContentFieldHandler : class, IContentFieldHandler =>
        builder.RemoveHandler(typeof(TContentFieldHandler));

    public static ContentFieldOptionBuilder RemoveHandler(this ContentFieldOptionBuilder builder, Type handlerType)
    {
        builder.Services.Configure<ContentOptions>(options => options.GetOrAddContentField(builder.ContentFieldType).RemoveHandler(handlerType));
        return builder;
    }
}

/// <summary>Adds what belongs to a kind of part.</summary>
public class ContentPartOptionBuilder(IServiceCollection services, Type contentPartType)
{
    public IServiceCollection Services { get; } = services;

    public Type ContentPartType { get; } = contentPartType;
}

/// <summary>Adds what belongs to a kind of field.</summary>
public class ContentFieldOptionBuilder(IServiceCollection services, Type contentFieldType)
{
    public IServiceCollection Services { get; } = services;

    public Type ContentFieldType { get; } = contentFieldType;
}

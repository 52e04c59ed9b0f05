using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Title.Models;

namespace PropertySuite.Platform.Content;

internal static class ContentManagementServices
{
    /// <summary>Content items of a tenant: definitions, manager, index. Kinds of parts and fields come with their features.</summary>
    public static IServiceCollection AddContentManagementCore(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>();
        services.TryAddSingleton<ContentTypePlans>();
        services.TryAddSingleton<ITypeActivatorFactory<ContentPart>, PartActivators>();
        services.TryAddSingleton<ITypeActivatorFactory<ContentField>, FieldActivators>();
        services.TryAddSingleton<IContentItemIdGenerator, ContentItemIds>();
        services.TryAddScoped<IContentDefinitionManager, ContentDefinitionManager>();
        services.TryAddScoped<IContentManagerSession, ContentManagerSession>();
        services.TryAddScoped<IContentManager, ContentManager>();
        services.TryAddScoped<IContentHandleManager, ContentHandles>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IContentHandler, PartEvents>());
        services.AddIndexProvider<ContentItemIndexProvider>();
        services.AddDataMigration<ContentMigrations>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, ContentItemAuthorizationHandler>());
        return services;
    }

    /// <summary>The title, for feature <c>OrchardCore.Title</c>.</summary>
    public static ContentPartOptionBuilder AddTitlePart(this IServiceCollection services) =>
        services.AddContentPart<TitlePart>().AddHandler<TitlePartHandler>();

    /// <summary>The fields with their checks, for feature <c>OrchardCore.ContentFields</c>; editors and displays are added to the same kinds.</summary>
    public static IServiceCollection AddContentFieldsCore(this IServiceCollection services)
    {
        services.TryAddSingleton<FieldProblems>();
        services.AddContentField<TextField>().AddHandler<TextFieldHandler>();
        services.AddContentField<BooleanField>();
        services.AddContentField<NumericField>().AddHandler<NumericFieldHandler>();
        services.AddContentField<DateField>().AddHandler<DateFieldHandler>();
        services.AddContentField<DateTimeField>().AddHandler<DateTimeFieldHandler>();
        services.AddContentField<TimeField>().AddHandler<TimeFieldHandler>();
        services.AddContentField<ContentPickerField>().AddHandler<ContentPickerFieldHandler>();
        services.AddContentField<UserPickerField>().AddHandler<UserPickerFieldHandler>();
        services.AddContentField<HtmlField>();
        return services;
    }
}

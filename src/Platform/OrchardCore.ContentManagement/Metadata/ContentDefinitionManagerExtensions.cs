using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata;

/// <summary>Changes stored definitions; what is not there yet is made.</summary>
public static class ContentDefinitionManagerExtensions
{
    public static async Task AlterTypeDefinitionAsync(this IContentDefinitionManager manager, string name, Func<ContentTypeDefinitionBuilder, Task> alterationAsync)
    {
        var existing = await manager.LoadTypeDefinitionAsync(name) ?? new ContentTypeDefinition(name, DisplayNameFor(name));
        var builder = new ContentTypeDefinitionBuilder(existing);
        await alterationAsync(builder);
        await manager.StoreTypeDefinitionAsync(builder.Build());
    }

    public static Task AlterTypeDefinitionAsync(this IContentDefinitionManager manager, string name, Action<ContentTypeDefinitionBuilder> alteration) =>
        manager.AlterTypeDefinitionAsync(name, builder =>
        {
            alteration(builder);
            return Task.CompletedTask;
        });

    public static async Task AlterPartDefinitionAsync(this IContentDefinitionManager manager, string name, Func<ContentPartDefinitionBuilder, Task> alterationAsync)
    {
        var existing = await manager.LoadPartDefinitionAsync(name) ?? new ContentPartDefinition(name);
        var builder = new ContentPartDefinitionBuilder(existing);
        await alterationAsync(builder);
        await manager.StorePartDefinitionAsync(builder.Build());
    }

    public static Task AlterPartDefinitionAsync(this IContentDefinitionManager manager, string name, Action<ContentPartDefinitionBuilder> alteration) =>
        manager.AlterPartDefinitionAsync(name, builder =>
        {
            alteration(builder);
            return Task.CompletedTask;
        });

    /// <summary>Puts settings that earlier versions kept unnamed on a type's part under the name of their class.</summary>
    public static async Task MigratePartSettingsAsync<TPart, TSettings>(this IContentDefinitionManager manager)
        where TPart : ContentPart
        where TSettings : class
    {
        foreach (var type in (await manager.LoadTypeDefinitionsAsync()).ToArray())
        {
            foreach (var part in type.Parts.Where(part => part.PartDefinition.Name == typeof(TPart).Name).ToArray())
            {
                if (SettingsNaming.Name<TSettings>(part.Settings) is not { } named) continue;
                await manager.AlterTypeDefinitionAsync(type.Name, builder => builder.WithPart(part.Name, part.PartDefinition.Name, partBuilder => partBuilder.MergeSettings(named)));
            }
        }
    }

    /// <summary>Puts settings that earlier versions kept unnamed on a field under the name of their class.</summary>
    public static async Task MigrateFieldSettingsAsync<TField, TSettings>(this IContentDefinitionManager manager)
        where TField : ContentField
        where TSettings : class
    {
        foreach (var part in (await manager.LoadPartDefinitionsAsync()).ToArray())
        {
            foreach (var field in part.Fields.Where(field => field.FieldDefinition.Name == typeof(TField).Name).ToArray())
            {
                if (SettingsNaming.Name<TSettings>(field.Settings) is not { } named) continue;
                await manager.AlterPartDefinitionAsync(part.Name, builder => builder.WithField(field.Name, fieldBuilder => fieldBuilder.MergeSettings(named)));
            }
        }
    }

    /// <summary>The types that are widgets.</summary>
    public static async Task<IEnumerable<ContentTypeDefinition>> ListWidgetTypeDefinitionsAsync(this IContentDefinitionManager manager) =>
        (await manager.ListTypeDefinitionsAsync()).Where(type => type.StereotypeEquals("Widget", StringComparison.OrdinalIgnoreCase));

    // "WorkOrder" reads "Work Order" until somebody names it better.
    private static string DisplayNameFor(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) words.Append(' ');
            words.Append(name[i]);
        }
        return words.ToString();
    }
}

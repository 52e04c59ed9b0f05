using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using YesSql.Sql;

namespace PropertySuite.Core;

/// <summary>Ids of features.</summary>
public static class MessageFeatures
{
    /// <summary>Messages to people, in the office's words.</summary>
    public const string Messages = "PropertySuite.Core.Messages";
}

/// <summary>Who may write the texts of messages.</summary>
public sealed class MessagePermissions : IPermissionProvider
{
    public const string Manage = "ManageMessageTemplates";

    internal static readonly Permission ManageMessageTemplates = new(Manage, "Write the texts of messages");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageMessageTemplates]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [ManageMessageTemplates] },
        new() { Name = "Manager", Permissions = [ManageMessageTemplates] },
    ];
}

/// <summary>The entry in the staff's menu.</summary>
public sealed class MessagesMenu(IStringLocalizer<MessagesMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Texts of messages"], "5", messages => messages
                .Id("message-texts").AddClass("icon-message")
                .Action("Index", "MessageTemplates", "PropertySuite.Core").Permission(MessagePermissions.ManageMessageTemplates).LocalNav()));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Table of wordings.</summary>
public sealed class MessageMigrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MessageWordingIndex>(table => table
            .Column<string>(nameof(MessageWordingIndex.Key), column => column.Unique().WithLength(120))
            .Column<bool>(nameof(MessageWordingIndex.IsOwn)));
        return 1;
    }
}

/// <summary>Table of contents of the feature.</summary>
[Feature(MessageFeatures.Messages)]
public sealed class MessagesStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<MessageMigrations>();
        services.AddIndexProvider<MessageWordingIndexProvider>();
        services.AddPermissionProvider<MessagePermissions>();
        services.AddNavigationProvider<MessagesMenu>();
        services.AddScoped<MessageTexts>();
        services.AddScoped<IMessenger, Messenger>();
    }
}

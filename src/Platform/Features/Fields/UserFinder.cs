using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>Finds the accounts that a picker may offer: enabled ones, of the roles that the field names.</summary>
public sealed class UserFinder(ISession session, IContentDefinitionManager definitions)
{
    public async Task<IReadOnlyList<User>> FindAsync(ContentPartFieldDefinition definition, string? words, int limit)
    {
        IQuery<User> query = session.Query<User, UserIndex>(index => index.IsEnabled);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var wanted = words.Trim().ToUpperInvariant();
            query = query.With<UserIndex>(index => index.NormalizedUserName!.Contains(wanted) || index.NormalizedEmail!.Contains(wanted));
        }

        return [.. await OfRoles(query, definition).With<UserIndex>().OrderBy(index => index.NormalizedUserName!).Take(limit).ListAsync()];
    }

    /// <summary>Of these accounts the ones that the field may hold.</summary>
    public async Task<IReadOnlyList<User>> AmongAsync(ContentPartFieldDefinition definition, IEnumerable<string> userIds)
    {
        string[] ids = [.. userIds];
        return ids.Length == 0 ? [] : [.. await OfRoles(session.Query<User, UserIndex>(index => index.IsEnabled && index.UserId.IsIn(ids)), definition).ListAsync()];
    }

    /// <summary>The accounts in the order of the ids; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<User>> OfAsync(string[]? userIds)
    {
        string[] ids = userIds ?? [];
        return ids.Length == 0 ? [] : [.. (await session.Query<User, UserIndex>(index => index.UserId.IsIn(ids)).ListAsync()).OrderBy(user => Array.IndexOf(ids, user.UserId))];
    }

    /// <summary>The definition of a field by the names of part and field; null when there is no picker of that name.</summary>
    public async Task<ContentPartFieldDefinition?> FieldAsync(string part, string field) =>
        (await definitions.GetPartDefinitionAsync(part))?.Fields.FirstOrDefault(f => f.Name == field && f.FieldDefinition.Name == "UserPickerField");

    private static IQuery<User> OfRoles(IQuery<User> query, ContentPartFieldDefinition definition)
    {
        var settings = definition.GetSettings<UserPickerFieldSettings>();
        string[] roles = [.. (settings.DisplayedRoles ?? []).Select(role => role.ToUpperInvariant())];
        return settings.DisplayAllUsers || roles.Length == 0 ? query : query.With<UserByRoleNameIndex>(index => index.RoleName.IsIn(roles));
    }
}

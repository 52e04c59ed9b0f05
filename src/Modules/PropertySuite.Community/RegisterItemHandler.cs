using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Entrances;
using PropertySuite.Community.People;
using PropertySuite.Community.Units;

namespace PropertySuite.Community;

/// <summary>Keeps the title of the register's items the same as what they are called.</summary>
public sealed class RegisterItemHandler : ContentHandlerBase
{
    public override Task CreatingAsync(CreateContentContext context) => Title(context.ContentItem);

    public override Task UpdatingAsync(UpdateContentContext context) => Title(context.ContentItem);

    public override Task ImportingAsync(ImportContentContext context) => Title(context.ContentItem);

    private static Task Title(ContentItem item)
    {
        item.DisplayText = item.ContentType switch
        {
            CommunityTypes.Unit => item.As<UnitPart>()?.Code,
            CommunityTypes.Person => item.As<PersonPart>()?.DisplayName,
            CommunityTypes.Building => item.As<BuildingPart>()?.Name,
            CommunityTypes.Entrance => item.As<EntrancePart>()?.Name,
            _ => item.DisplayText,
        } ?? item.DisplayText;
        return Task.CompletedTask;
    }
}

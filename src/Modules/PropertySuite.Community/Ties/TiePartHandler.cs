using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Handlers;

namespace PropertySuite.Community.Ties;

/// <summary>Holds recipes and imports to the rules that pages obey.</summary>
public sealed class TiePartHandler(IServiceProvider services) : ContentPartHandler<TiePart>
{
    public override async Task ImportingAsync(ImportContentContext context, TiePart part)
    {
        // Asked for late: the content manager that the book needs is being built while handlers are.
        var known = await services.GetRequiredService<TieBook>().EverOfUnitAsync(part.UnitId);
        TieRules.Check(part, [.. known.Where(other => other.ContentItem.ContentItemId != context.ContentItem.ContentItemId)]);
    }
}

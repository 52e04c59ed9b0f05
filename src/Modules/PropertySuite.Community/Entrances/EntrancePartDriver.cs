using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Forms;
using YesSql;

namespace PropertySuite.Community.Entrances;

/// <summary>An entrance's form (REG-01).</summary>
public sealed class EntrancePartDriver(ISession session, FormRefusals refusals) : ContentPartDisplayDriver<EntrancePart>
{
    public override IDisplayResult Edit(EntrancePart part, BuildPartEditorContext context) =>
        Initialize<EntranceEditor>(GetEditorShapeType(context), form =>
            (form.Code, form.Name, form.Order, form.IsClosed) = (part.Code, part.Name, part.Order, part.IsClosed)).Location("Content:1");

    public override async Task<IDisplayResult> UpdateAsync(EntrancePart part, UpdatePartEditorContext context)
    {
        var form = new EntranceEditor();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        try
        {
            part.Call(form.Code ?? "", form.Name ?? "", form.Order);
            await RefuseTakenCodeAsync(part);
            if (form.IsClosed) part.Close();
            else part.Reopen();
        }
        catch (RefusedException refused)
        {
            refusals.Say(context.Updater.ModelState, Prefix, refused);
        }
        return await EditAsync(part, context);
    }

    private async Task RefuseTakenCodeAsync(EntrancePart part)
    {
        var (code, mine) = (part.Code, part.ContentItem.ContentItemId);
        if (await session.QueryIndex<EntranceIndex>(entrance => entrance.Code == code && entrance.EntranceId != mine).CountAsync() > 0)
        {
            throw Refusals.EntranceCodeTaken.At(nameof(EntranceEditor.Code), code);
        }
    }
}

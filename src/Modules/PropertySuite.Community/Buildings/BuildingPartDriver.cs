using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Forms;

namespace PropertySuite.Community.Buildings;

/// <summary>A building's form (REG-01).</summary>
public sealed class BuildingPartDriver(BuildingBook buildings, FormRefusals refusals) : ContentPartDisplayDriver<BuildingPart>
{
    public override IDisplayResult Edit(BuildingPart part, BuildPartEditorContext context) =>
        Initialize<BuildingEditor>(GetEditorShapeType(context), form =>
        {
            (form.Code, form.Name) = (part.Code, part.Name);
            (form.LowestFloor, form.TopFloor, form.DoorsPerFloor, form.Order) =
                (part.LowestFloor, part.TopFloor, Math.Max(1, part.DoorsPerFloor), part.Order);
        }).Location("Content:1");

    public override async Task<IDisplayResult> UpdateAsync(BuildingPart part, UpdatePartEditorContext context)
    {
        var form = new BuildingEditor();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        try
        {
            if (await buildings.ByCodeAsync((form.Code ?? "").Trim()) is { } other && other.BuildingId != part.ContentItem.ContentItemId)
            {
                throw Refusals.BuildingCodeTaken.At(nameof(BuildingEditor.Code), other.Code);
            }
            part.Call(form.Code ?? "", form.Name ?? "");
            part.Build(form.LowestFloor, form.TopFloor, form.DoorsPerFloor, form.Order);
        }
        catch (RefusedException refused)
        {
            refusals.Say(context.Updater.ModelState, Prefix, refused);
        }
        return await EditAsync(part, context);
    }
}

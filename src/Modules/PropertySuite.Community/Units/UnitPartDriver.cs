using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;

namespace PropertySuite.Community.Units;

/// <summary>A unit's form (REG-02). Fields that an office adds to the type stand below it.</summary>
public sealed class UnitPartDriver(BuildingBook buildings, IUnitDirectory units, FormRefusals refusals) : ContentPartDisplayDriver<UnitPart>
{
    public override async Task<IDisplayResult> EditAsync(UnitPart part, BuildPartEditorContext context)
    {
        var choices = await buildings.ListAsync();
        return Initialize<UnitEditor>(GetEditorShapeType(context), form =>
        {
            form.IsNew = context.IsNew;
            form.Buildings = [.. choices.Select(building => KeyValuePair.Create(building.BuildingId, building.Name))];
            if (context.IsNew && part.Code.Length == 0) return;

            (form.BuildingId, form.Floor, form.Door, form.Code) = (part.BuildingId, part.Floor, part.Door, part.Code);
            (form.Kind, form.Layout, form.Bedrooms, form.GoodToKnow) = (part.Kind, part.Layout, part.Bedrooms, part.GoodToKnow);
            form.InnerAreaSquareMetres = Figures.Write(part.InnerAreaSquareMetres);
            form.BuiltAreaSquareMetres = Figures.Write(part.BuiltAreaSquareMetres);
        }).Location("Content:1");
    }

    public override async Task<IDisplayResult> UpdateAsync(UnitPart part, UpdatePartEditorContext context)
    {
        var form = new UnitEditor();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        try
        {
            await PlaceAsync(part, form);
            part.Describe(form.Kind, form.Layout, form.Bedrooms,
                Area(form.InnerAreaSquareMetres, nameof(UnitEditor.InnerAreaSquareMetres)),
                Area(form.BuiltAreaSquareMetres, nameof(UnitEditor.BuiltAreaSquareMetres)));
            part.Note(form.GoodToKnow);
            if (context.IsNew) part.Complete();
        }
        catch (RefusedException refused)
        {
            refusals.Say(context.Updater.ModelState, Prefix, refused);
        }
        return await EditAsync(part, context);
    }

    private async Task PlaceAsync(UnitPart part, UnitEditor form)
    {
        var building = (await buildings.ByIdAsync()).GetValueOrDefault(form.BuildingId ?? "") ?? throw Refusals.BuildingUnknown.At(nameof(UnitEditor.BuildingId));
        var floor = form.Floor ?? 0;
        if (floor < building.LowestFloor || floor > building.TopFloor)
        {
            throw Refusals.FloorOutside.At(nameof(UnitEditor.Floor), building.Name, building.LowestFloor, building.TopFloor);
        }

        var typed = Words.OrNull(form.Code) ?? $"{building.Code}-{floor}-{form.Door}";
        if (!UnitCode.TryParse(typed, out var code)) throw Refusals.CodeMalformed.At(nameof(UnitEditor.Code));
        if (await units.FindByCodeAsync(code.Value) is { } other && other.Id != part.ContentItem.ContentItemId)
        {
            throw Refusals.CodeTaken.At(nameof(UnitEditor.Code), code.Value);
        }
        part.Place(code, building.BuildingId, floor, form.Door);
    }

    private static decimal? Area(string? typed, string field) =>
        Figures.TryRead(typed, out var area) ? area : throw Refusals.AreaMalformed.At(field);
}

using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>Asks where a shape goes; null when nobody but the driver has a say.</summary>
public delegate PlacementInfo FindPlacementDelegate(string shapeType, string differentiator, string displayType, IBuildShapeContext context);

/// <summary>What a result needs to take its place.</summary>
public interface IBuildShapeContext
{
    IShape Shape { get; }

    IShapeFactory ShapeFactory { get; }

    dynamic New { get; }

    IZoneHolding Layout { get; set; }

    string GroupId { get; }

    FindPlacementDelegate FindPlacement { get; set; }
}

/// <summary>Base of the contexts of displays and editors.</summary>
public abstract class BuildShapeContext : IBuildShapeContext
{
    protected BuildShapeContext(IShape shape, string groupId, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
    {
        Shape = shape;
        GroupId = groupId;
        ShapeFactory = shapeFactory;
        Layout = layout;
        Updater = updater;
        FindPlacement = static (_, _, _, _) => null;
    }

    /// <summary>The shape that results are put into.</summary>
    public IShape Shape { get; }

    public IShapeFactory ShapeFactory { get; }

    public dynamic New => ShapeFactory;

    public IZoneHolding Layout { get; set; }

    public string GroupId { get; }

    /// <summary>What the names of form fields begin with.</summary>
    public string HtmlFieldPrefix { get; protected set; }

    public FindPlacementDelegate FindPlacement { get; set; }

    public IUpdateModel Updater { get; }

    /// <summary>Where a result goes that names no place; null: it is not shown.</summary>
    public string DefaultZone { get; set; }

    /// <summary>The position of a result whose place names none.</summary>
    public string DefaultPosition { get; set; }
}

public class BuildDisplayContext : BuildShapeContext
{
    public BuildDisplayContext(IShape shape, string displayType, string groupId, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
        : base(shape, groupId, shapeFactory, layout, updater) => DisplayType = displayType;

    /// <summary><c>Detail</c>, <c>Summary</c>, <c>SummaryAdmin</c> and so on.</summary>
    public string DisplayType { get; }
}

public class BuildEditorContext : BuildShapeContext
{
    public BuildEditorContext(IShape shape, string groupId, bool isNew, string htmlFieldPrefix, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
        : base(shape, groupId, shapeFactory, layout, updater)
    {
        HtmlFieldPrefix = htmlFieldPrefix;
        IsNew = isNew;
    }

    public bool IsNew { get; set; }
}

public class UpdateEditorContext : BuildEditorContext
{
    public UpdateEditorContext(IShape model, string groupId, bool isNew, string htmlFieldPrefix, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
        : base(model, groupId, isNew, htmlFieldPrefix, shapeFactory, layout, updater)
    {
    }
}

public static class BuildShapeContextExtensions
{
    /// <summary>Marks an editor whose saving restarts the tenant.</summary>
    public static void AddTenantReloadWarningWrapper(this BuildShapeContext context) =>
        context.Shape.Metadata.Wrappers.Add("Settings_Wrapper__Reload");
}

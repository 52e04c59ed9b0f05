using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.Environment.Cache;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Views;

/// <summary>A shape to be made when a place is found for it.</summary>
public class ShapeResult : IDisplayResult
{
    private readonly string _shapeType;
    private readonly Func<IBuildShapeContext, ValueTask<IShape>> _shapeBuilder;
    private readonly Func<IShape, Task> _initializeAsync;
    private string _defaultLocation;
    private List<(string DisplayType, string Location)> _locations;
    private string _name;
    private string _differentiator;
    private string _prefix;
    private string _cacheId;
    private Action<CacheContext> _cache;
    private string[] _groupIds;
    private List<Action<ShapeDisplayContext>> _displaying;
    private List<Func<IShape, Task>> _processing;
    private Func<Task<bool>> _renderPredicateAsync;

    public ShapeResult(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder)
        : this(shapeType, shapeBuilder, null)
    {
    }

    public ShapeResult(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync)
    {
        _shapeType = shapeType;
        _shapeBuilder = shapeBuilder;
        _initializeAsync = initializeAsync;
    }

    /// <summary>The shape, once it was placed; null before, and when it has no place.</summary>
    public IShape Shape { get; private set; }

    /// <summary>Names that depend only on definitions; added to the shape's alternates before those of <see cref="Displaying"/>.</summary>
    internal Func<string, string[]> SharedAlternates { get; set; }

    public Task ApplyAsync(BuildDisplayContext context) => ApplyAsync(context, context.DisplayType);

    public Task ApplyAsync(BuildEditorContext context) => ApplyAsync(context, "Edit");

    public ShapeResult Prefix(string prefix)
    {
        _prefix = prefix;
        return this;
    }

    /// <summary>The place in every display type that has none of its own.</summary>
    public ShapeResult Location(string location)
    {
        _defaultLocation = location;
        return this;
    }

    /// <param name="displayType">The display type; <c>Edit</c> for editors.</param>
    /// <param name="location">The place; <c>-</c> or empty: not shown.</param>
    public ShapeResult Location(string displayType, string location)
    {
        (_locations ??= new(2)).Add((displayType, location));
        return this;
    }

    public ShapeResult Displaying(Action<ShapeDisplayContext> displaying)
    {
        (_displaying ??= []).Add(displaying);
        return this;
    }

    public ShapeResult Processing(Func<IShape, Task> processing)
    {
        (_processing ??= []).Add(processing);
        return this;
    }

    public ShapeResult Processing<T>(Func<T, Task> processing) =>
        Processing(shape => shape is T model ? processing(model) : Task.CompletedTask);

    /// <summary>The name under which a parent or a view finds the shape; the differentiator by default.</summary>
    public ShapeResult Name(string name)
    {
        _name = name;
        return this;
    }

    public ShapeResult Differentiator(string differentiator)
    {
        _differentiator = differentiator;
        return this;
    }

    /// <summary>Shows the result in these groups only; without it, a result belongs to the page that names no group.</summary>
    public ShapeResult OnGroup(params string[] groupIds)
    {
        _groupIds = groupIds;
        return this;
    }

    public ShapeResult Cache(string cacheId, Action<CacheContext> cache = null)
    {
        _cacheId = cacheId;
        _cache = cache;
        return this;
    }

    public ShapeResult RenderWhen(Func<Task<bool>> renderPredicateAsync)
    {
        _renderPredicateAsync = renderPredicateAsync;
        return this;
    }

    private async Task ApplyAsync(BuildShapeContext context, string displayType)
    {
        displayType ??= string.Empty;
        var found = context.FindPlacement(_shapeType, _differentiator, displayType, context);
        var location = found?.Location ?? OwnLocation(displayType) ?? (context is BuildEditorContext ? context.DefaultZone : null);
        if (string.IsNullOrEmpty(location) || location == PlacementInfo.HiddenLocation)
            return;

        var place = Place.Parse(location);
        if (place.IsHidden || !BelongsTo(place.Group ?? string.Empty, context.GroupId ?? string.Empty))
            return;

        if (_renderPredicateAsync is not null && !await _renderPredicateAsync())
            return;

        var shape = await _shapeBuilder(context);
        if (shape is null)
            return;

        shape = await DressAsync(shape, context, displayType, found, place);
        await PutAsync(shape, context, place, found?.DefaultPosition ?? context.DefaultPosition);
    }

    // The last one given counts. They are two or three, so a list is smaller and quicker than a dictionary.
    private string OwnLocation(string displayType)
    {
        for (var i = (_locations?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (_locations[i].DisplayType == displayType)
                return _locations[i].Location;
        }

        return _defaultLocation;
    }

    private bool BelongsTo(string placedGroup, string wantedGroup)
    {
        if (placedGroup.Length > 0)
            return string.Equals(placedGroup, wantedGroup, StringComparison.OrdinalIgnoreCase);

        return _groupIds is { Length: > 0 }
            ? Array.Exists(_groupIds, g => string.Equals(g ?? string.Empty, wantedGroup, StringComparison.OrdinalIgnoreCase))
            : wantedGroup.Length == 0;
    }

    private async Task<IShape> DressAsync(IShape shape, BuildShapeContext context, string displayType, PlacementInfo found, Place place)
    {
        Shape = shape;
        var metadata = shape.Metadata;
        if (string.IsNullOrEmpty(metadata.Type))
        {
            // Made by the builder itself: those who want to know of new shapes are told now.
            shape = Shape = await context.ShapeFactory.CreateAsync(_shapeType, () => new ValueTask<IShape>(shape), null, null);
            metadata = shape.Metadata;
        }

        metadata.Prefix = _prefix ?? string.Empty;
        metadata.Name = _name ?? _differentiator ?? _shapeType;
        metadata.Differentiator = _differentiator ?? _shapeType;
        metadata.DisplayType = displayType;
        metadata.PlacementSource = found?.Source;
        metadata.Tab = place.Tab;
        metadata.Card = place.Card;
        metadata.Column = place.Column;
        metadata.Type = found?.ShapeType is { Length: > 0 } other ? other : _shapeType;

        if (SharedAlternates?.Invoke(displayType) is { } alternates)
            metadata.Alternates.AddShared(alternates);
        if (found?.Alternates is { } placed)
            metadata.Alternates.AddRange(placed);
        if (found?.Wrappers is { } wrappers)
            metadata.Wrappers.AddRange(wrappers);

        if (_displaying is not null)
        {
            foreach (var displaying in _displaying)
                metadata.OnDisplaying(displaying);
        }

        if (_processing is not null)
        {
            foreach (var processing in _processing)
                metadata.OnProcessing(processing);
        }

        if (!string.IsNullOrEmpty(_cacheId))
        {
            var cached = metadata.Cache(_cacheId);
            _cache?.Invoke(cached);
            // What comes from the cache needs no data: it is loaded when the template really runs.
            if (_initializeAsync is not null)
                metadata.OnProcessing(_initializeAsync);
        }
        else if (_initializeAsync is not null)
        {
            await _initializeAsync(shape);
        }

        return shape;
    }

    private static async Task PutAsync(IShape shape, BuildShapeContext context, Place place, string defaultPosition)
    {
        var parent = place.IsLayoutZone ? context.Layout : context.Shape;
        foreach (var zone in place.Zones)
        {
            if (parent is null)
                return;

            parent = Child(parent, zone);
        }

        if (parent is null)
            return;

        var position = place.Position.Length > 0 ? place.Position : defaultPosition;
        await parent.AddAsync(shape, string.IsNullOrEmpty(position) ? null : position);
    }

    private static IShape Child(IShape parent, string name)
    {
        if (parent is Zones.IZoneHolding holding)
            return holding.Zones[name];

        if (parent.Properties.TryGetValue(name, out var property) && property is IShape known)
            return known;

        foreach (var item in parent.Items)
        {
            if (item is IShape shape && string.Equals(shape.Metadata.Name, name, StringComparison.Ordinal))
                return shape;
        }

        return null;
    }
}

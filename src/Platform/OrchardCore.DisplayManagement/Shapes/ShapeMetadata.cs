using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.Environment.Cache;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>How a shape is named, placed and shown.</summary>
public class ShapeMetadata
{
    private CacheContext _cacheContext;
    private List<Action<ShapeDisplayContext>> _displaying;
    private List<Func<IShape, Task>> _processing;
    private List<Action<ShapeDisplayContext>> _displayed;
    private AlternatesCollection _wrappers;
    private AlternatesCollection _alternates;

    public string Type { get; set; }

    public string DisplayType { get; set; }

    public string Position { get; set; }

    public string Tab { get; set; }

    public string Card { get; set; }

    public string Column { get; set; }

    /// <summary>Where the placement came from, for diagnostics.</summary>
    public string PlacementSource { get; set; }

    /// <summary>Prefix of the form fields inside.</summary>
    public string Prefix { get; set; }

    /// <summary>The name that its parent knows it by.</summary>
    public string Name { get; set; }

    /// <summary>Tells shapes of one type apart in placement.</summary>
    public string Differentiator { get; set; }

    public AlternatesCollection Wrappers { get => _wrappers ??= []; set => _wrappers = value; }

    public AlternatesCollection Alternates { get => _alternates ??= []; set => _alternates = value; }

    public bool IsCached => _cacheContext is not null;

    /// <summary>What was rendered already; a wrapper shows it.</summary>
    public IHtmlContent ChildContent { get; set; }

    public IReadOnlyList<Action<ShapeDisplayContext>> Displaying => (IReadOnlyList<Action<ShapeDisplayContext>>)_displaying ?? [];

    public IReadOnlyList<Func<IShape, Task>> ProcessingAsync => (IReadOnlyList<Func<IShape, Task>>)_processing ?? [];

    public IReadOnlyList<Action<ShapeDisplayContext>> Displayed => (IReadOnlyList<Action<ShapeDisplayContext>>)_displayed ?? [];

    public IReadOnlyList<string> BindingSources { get; set; } = [];

    internal bool HasWrappers => _wrappers is { Count: > 0 };

    /// <summary>Runs before a template is chosen; the place to add alternates.</summary>
    public void OnDisplaying(Action<ShapeDisplayContext> context) => (_displaying ??= []).Add(context);

    /// <summary>Runs before the template, unless the output comes from a cache; the place for costly loading.</summary>
    public void OnProcessing(Func<IShape, Task> context) => (_processing ??= []).Add(context);

    public void OnDisplayed(Action<ShapeDisplayContext> context) => (_displayed ??= []).Add(context);

    /// <summary>Asks for the output to be cached under an id.</summary>
    public CacheContext Cache(string cacheId)
    {
        if (_cacheContext is null || _cacheContext.CacheId != cacheId)
            _cacheContext = new CacheContext(cacheId);

        return _cacheContext;
    }

    /// <summary>The cache settings; null when the shape is not cached.</summary>
    public CacheContext Cache() => _cacheContext;
}

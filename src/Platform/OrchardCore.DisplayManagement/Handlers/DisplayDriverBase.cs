using OrchardCore.DisplayManagement.Views;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>Ways to make a driver's results.</summary>
public class DisplayDriverBase
{
    private string _prefix = string.Empty;
    private AsyncLocal<string> _flowingPrefix;

    /// <summary>What the names of the driver's form fields begin with.</summary>
    protected string Prefix
    {
        // A driver is shared by the items of a request and may be asked for an item while it shows another;
        // the value flows with the call, so that the outer one finds its own again.
        get => _flowingPrefix?.Value ?? _prefix;
        set
        {
            (_flowingPrefix ??= new()).Value = value;
            _prefix = value;
        }
    }

    public ShapeResult Initialize<TModel>()
        where TModel : class => Initialize<TModel>(typeof(TModel).Name);

    public ShapeResult Initialize<TModel>(string shapeType)
        where TModel : class => Factory(shapeType, ShapeProxy<TModel>.Builder, null);

    public ShapeResult Initialize<TModel>(Action<TModel> initialize)
        where TModel : class => Initialize(typeof(TModel).Name, initialize);

    public ShapeResult Initialize<TModel>(string shapeType, Action<TModel> initialize)
        where TModel : class => Factory(
            shapeType,
            ShapeProxy<TModel>.Builder,
            shape =>
            {
                initialize((TModel)shape);
                return Task.CompletedTask;
            });

    public ShapeResult Initialize<TModel>(Func<TModel, ValueTask> initializeAsync)
        where TModel : class => Initialize(typeof(TModel).Name, initializeAsync);

    /// <summary>A shape that is also a <typeparamref name="TModel"/>, filled only when it is placed.</summary>
    /// <typeparam name="TModel">A public class that is not sealed and has a public constructor without parameters.</typeparam>
    public ShapeResult Initialize<TModel>(string shapeType, Func<TModel, ValueTask> initializeAsync)
        where TModel : class => Factory(
            shapeType,
            ShapeProxy<TModel>.Builder,
            shape => initializeAsync((TModel)shape).AsTask());

    /// <summary>As <see cref="Initialize{TModel}(string)"/>, with the public properties of a given model copied.</summary>
    public ShapeResult Copy<TModel>(string shapeType, TModel model)
        where TModel : class => Initialize<TModel>(shapeType, copy => ShapeProxy<TModel>.CopyProperties(model, copy));

    public ShapeResult Dynamic(string shapeType, Func<dynamic, Task> initializeAsync) => Factory(
        shapeType,
        context => context.ShapeFactory.CreateAsync(shapeType),
        shape => (Task)initializeAsync(shape));

    public ShapeResult Dynamic(string shapeType, Action<dynamic> initialize) => Dynamic(
        shapeType,
        shape =>
        {
            initialize(shape);
            return Task.CompletedTask;
        });

    public ShapeResult Dynamic(string shapeType) => Dynamic(shapeType, static _ => Task.CompletedTask);

    /// <summary>A shape around a model: <c>Model.Value</c>.</summary>
    public ShapeResult View<TModel>(string shapeType, TModel model)
        where TModel : class => Factory(shapeType, _ => new ValueTask<IShape>(new ShapeViewModel<TModel>(model)));

    /// <summary>A shape that exists already.</summary>
    public ShapeResult Shape(string shapeType, IShape shape) => Factory(shapeType, _ => new ValueTask<IShape>(shape));

    public ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder) => Factory(shapeType, shapeBuilder, null);

    public ShapeResult Factory(string shapeType, Func<IBuildShapeContext, IShape> shapeBuilder) =>
        Factory(shapeType, context => new ValueTask<IShape>(shapeBuilder(context)), null);

    /// <summary>The one that all others end in.</summary>
    public virtual ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync) =>
        new ShapeResult(shapeType, shapeBuilder, initializeAsync).Prefix(Prefix);

    public static CombinedResult Combine(params IDisplayResult[] results) => new(results);

    public static Task<IDisplayResult> CombineAsync(params IDisplayResult[] results) => Task.FromResult<IDisplayResult>(new CombinedResult(results));

    public static CombinedResult Combine(IEnumerable<IDisplayResult> results) => new(results);

    public static Task<IDisplayResult> CombineAsync(IEnumerable<IDisplayResult> results) => Task.FromResult<IDisplayResult>(new CombinedResult(results));
}

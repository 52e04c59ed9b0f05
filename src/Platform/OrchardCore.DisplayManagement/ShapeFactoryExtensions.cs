using Microsoft.AspNetCore.Routing;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Navigation;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement;

public static class ShapeFactoryExtensions
{
    private static readonly Func<ValueTask<IShape>> _newShape = static () => new ValueTask<IShape>(new Shape());

    public static ValueTask<IShape> CreateAsync(this IShapeFactory factory, string shapeType) => factory.CreateAsync(shapeType, _newShape, null, null);

    public static ValueTask<IShape> CreateAsync(this IShapeFactory factory, string shapeType, Func<ValueTask<IShape>> shapeFactory) =>
        factory.CreateAsync(shapeType, shapeFactory, null, null);

    /// <summary>A shape with the public properties of a model copied; a named enumerable gives them by name.</summary>
    public static ValueTask<IShape> CreateAsync<TModel>(this IShapeFactory factory, string shapeType, TModel model)
    {
        if (model is INamedEnumerable<object> named)
            return factory.CreateAsync(shapeType, named);

        return factory.CreateAsync(shapeType, Arguments.From((object)model));
    }

    public static ValueTask<IShape> CreateAsync<TModel>(this IShapeFactory factory, Action<TModel> initialize = null)
        where TModel : class => factory.CreateAsync(typeof(TModel).Name, initialize);

    /// <summary>A shape that is also a <typeparamref name="TModel"/>.</summary>
    public static ValueTask<IShape> CreateAsync<TModel>(this IShapeFactory factory, string shapeType, Action<TModel> initialize = null)
        where TModel : class => factory.CreateAsync(
            shapeType,
            () =>
            {
                var shape = ShapeProxy<TModel>.Create();
                initialize?.Invoke((TModel)shape);
                return new ValueTask<IShape>(shape);
            },
            null,
            null);

    public static ValueTask<IShape> CreateAsync<TModel>(this IShapeFactory factory, Func<TModel, ValueTask> initializeAsync)
        where TModel : class => factory.CreateAsync(typeof(TModel).Name, initializeAsync);

    public static ValueTask<IShape> CreateAsync<TModel>(this IShapeFactory factory, string shapeType, Func<TModel, ValueTask> initializeAsync)
        where TModel : class => factory.CreateAsync(
            shapeType,
            async () =>
            {
                var shape = ShapeProxy<TModel>.Create();
                await initializeAsync((TModel)shape);
                return shape;
            },
            null,
            null);

    /// <summary>A shape with properties by name. A first value without a name is taken as an object whose properties are copied.</summary>
    public static ValueTask<IShape> CreateAsync(this IShapeFactory factory, string shapeType, INamedEnumerable<object> parameters)
    {
        if (parameters is null || !parameters.Any())
            return factory.CreateAsync(shapeType);

        return factory.CreateAsync(
            shapeType,
            _newShape,
            null,
            created =>
            {
                if (parameters.Positional is [{ } source, ..])
                {
                    foreach (var (name, value) in Arguments.From(source).Named)
                        created.Shape.Properties[name] = value;
                }

                foreach (var (name, value) in parameters.Named)
                {
                    if (value is null && created.Shape.Properties.ContainsKey(name))
                        continue;

                    created.Shape.Properties[name] = value;
                }
            });
    }

    /// <summary>Links to the pages of a list.</summary>
    public static ValueTask<IShape> PagerAsync(this IShapeFactory shapeFactory, Pager pager, int totalItemCount) =>
        shapeFactory.PagerAsync(pager, totalItemCount, routeValues: null);

    public static ValueTask<IShape> PagerAsync(this IShapeFactory shapeFactory, Pager pager, int totalItemCount, RouteData routeData) =>
        shapeFactory.PagerAsync(pager, totalItemCount, routeData?.Values);

    public static ValueTask<IShape> PagerAsync(this IShapeFactory shapeFactory, Pager pager, int totalItemCount, RouteValueDictionary routeValues)
    {
        ArgumentNullException.ThrowIfNull(pager);
        return shapeFactory.CreateAsync("Pager", Arguments.From(new
        {
            pager.Page,
            pager.PageSize,
            TotalItemCount = totalItemCount,
            RouteData = routeValues,
        }));
    }

    public static ValueTask<IShape> PagerSlimAsync(this IShapeFactory shapeFactory, PagerSlim pager) => shapeFactory.PagerSlimAsync(pager, null);

    public static ValueTask<IShape> PagerSlimAsync(this IShapeFactory shapeFactory, PagerSlim pager, IDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(pager);
        return shapeFactory.CreateAsync("PagerSlim", Arguments.From(new
        {
            pager.Before,
            pager.After,
            UrlParams = values ?? new Dictionary<string, string>(),
        }));
    }
}

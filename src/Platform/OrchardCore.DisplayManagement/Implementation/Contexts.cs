using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Implementation;

/// <summary>A rendering that goes on.</summary>
public class DisplayContext
{
    public DisplayContext()
    {
    }

    public DisplayContext(DisplayContext context)
    {
        ServiceProvider = context.ServiceProvider;
        DisplayHelper = context.DisplayHelper;
        HtmlFieldPrefix = context.HtmlFieldPrefix;
        Value = context.Value;
    }

    public IServiceProvider ServiceProvider { get; set; }

    public IDisplayHelper DisplayHelper { get; set; }

    public string HtmlFieldPrefix { get; set; }

    /// <summary>The shape to show.</summary>
    public IShape Value { get; set; }
}

public class ShapeDisplayContext
{
    public IShape Shape { get; set; }

    /// <summary>The output; whoever sets it before the template runs stands in for the template.</summary>
    public IHtmlContent ChildContent { get; set; }

    public DisplayContext DisplayContext { get; set; }

    public IServiceProvider ServiceProvider { get; set; }
}

public class ShapeCreatingContext
{
    public IServiceProvider ServiceProvider { get; set; }

    public IShapeFactory ShapeFactory { get; set; }

    public dynamic New { get; set; }

    public string ShapeType { get; set; }

    /// <summary>Makes the shape; may be replaced.</summary>
    public Func<ValueTask<IShape>> CreateAsync { get; set; }

    public IList<Func<ShapeCreatedContext, Task>> OnCreated { get; set; }
}

public class ShapeCreatedContext
{
    public IServiceProvider ServiceProvider { get; set; }

    public IShapeFactory ShapeFactory { get; set; }

    public dynamic New { get; set; }

    public string ShapeType { get; set; }

    public IShape Shape { get; set; }
}

/// <summary>Told of every shape that is shown.</summary>
public interface IShapeDisplayEvents
{
    Task DisplayingAsync(ShapeDisplayContext context);

    Task DisplayedAsync(ShapeDisplayContext context);

    /// <summary>Always called at the end, also after an error.</summary>
    Task DisplayingFinalizedAsync(ShapeDisplayContext context);
}

/// <summary>Told of every shape that is made.</summary>
public interface IShapeFactoryEvents
{
    void Creating(ShapeCreatingContext context);

    void Created(ShapeCreatedContext context);
}

/// <summary>Empty base of <see cref="IShapeFactoryEvents"/>.</summary>
public abstract class ShapeFactoryEvents : IShapeFactoryEvents
{
    public virtual void Creating(ShapeCreatingContext context)
    {
    }

    public virtual void Created(ShapeCreatedContext context)
    {
    }
}

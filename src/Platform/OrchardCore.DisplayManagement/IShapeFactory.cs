using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.ModelBinding;

namespace OrchardCore.DisplayManagement;

/// <summary>Makes shapes and tells those who want to know.</summary>
public interface IShapeFactory
{
    ValueTask<IShape> CreateAsync(string shapeType, Func<ValueTask<IShape>> shapeFactory, Action<ShapeCreatingContext> creating, Action<ShapeCreatedContext> created);

    /// <summary><c>await New.Banner(Text: "…")</c> makes a shape of type <c>Banner</c>.</summary>
    dynamic New { get; }
}

/// <summary>Renders a shape.</summary>
public interface IDisplayHelper
{
    /// <exception cref="InvalidOperationException">No template of the feature set or the theme shows this type.</exception>
    Task<IHtmlContent> ShapeExecuteAsync(IShape shape);
}

/// <summary>Builds the shapes of a model from its drivers' results.</summary>
public interface IDisplayManager<TModel>
{
    Task<IShape> BuildDisplayAsync(TModel model, IUpdateModel updater, string displayType = "", string groupId = "");

    Task<IShape> BuildEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "");

    Task<IShape> UpdateEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "");
}

/// <summary>Finds templates outside the shape table, such as templates kept in the database. Asked before the table.</summary>
public interface IShapeBindingResolver
{
    /// <returns>The template; null when there is none of this name.</returns>
    Task<ShapeBinding> GetShapeBindingAsync(string shapeType);
}

/// <summary>Marks a method that shows a shape; parameters take the shape's properties by name, <c>Shape</c>, <c>DisplayAsync</c> and services.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ShapeAttribute : Attribute
{
    public ShapeAttribute()
    {
    }

    public ShapeAttribute(string shapeType) => ShapeType = shapeType;

    /// <summary>The shape type; null: the method's name.</summary>
    public string ShapeType { get; }
}

#nullable enable
using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using PropertySuite.Platform.Display.Tables;

namespace PropertySuite.Platform.Display.Shapes;

/// <summary>
/// Shapes shown by methods that carry <see cref="ShapeAttribute"/>. The object is taken from the services of the page
/// that is shown, so the table holds nothing of a tenant.
/// </summary>
internal sealed class ShapeMethods(IEnumerable<IShapeAttributeProvider> providers) : ISharedShapeTableProvider
{
    public ValueTask DiscoverAsync(ShapeTableBuilder builder)
    {
        foreach (var type in providers.Select(p => p.GetType()).Distinct())
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            {
                foreach (var attribute in method.GetCustomAttributes<ShapeAttribute>())
                    builder.Describe(attribute.ShapeType ?? method.Name).BoundAs($"{type.FullName}.{method.Name}", context => InvokeAsync(type, method, context));
            }
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<IHtmlContent> InvokeAsync(Type type, MethodInfo method, DisplayContext context)
    {
        var target = method.IsStatic ? null : context.ServiceProvider.GetServices<IShapeAttributeProvider>().First(p => p.GetType() == type);
        var arguments = method.GetParameters().Select(p => Argument(p, context)).ToArray();
        object? result = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (result is Task task)
        {
            await task;
            result = task.GetType().GetProperty("Result")?.GetValue(task);
        }
        else if (result is ValueTask<IHtmlContent> valueTask)
        {
            result = await valueTask;
        }

        return result as IHtmlContent ?? new OrchardCore.DisplayManagement.Html.HtmlContentString(result?.ToString());
    }

    private static object? Argument(ParameterInfo parameter, DisplayContext context)
    {
        var name = parameter.Name!;
        var type = parameter.ParameterType;
        if (name.Equals("Shape", StringComparison.OrdinalIgnoreCase))
            return context.Value;
        if (type == typeof(DisplayContext))
            return context;
        if (type == typeof(IDisplayHelper) || name.Equals("DisplayAsync", StringComparison.OrdinalIgnoreCase))
            return context.DisplayHelper;
        if (type == typeof(IServiceProvider))
            return context.ServiceProvider;

        foreach (var (key, value) in context.Value.Properties)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value is null || type.IsInstanceOfType(value) ? value : Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (typeof(IShape).GetProperty(name) is { } own && type.IsAssignableFrom(own.PropertyType))
            return own.GetValue(context.Value);

        return type.IsInterface && context.ServiceProvider.GetService(type) is { } service ? service
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}

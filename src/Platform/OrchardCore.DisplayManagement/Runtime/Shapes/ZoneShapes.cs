#nullable enable
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using PropertySuite.Platform.Display.Rendering;

namespace PropertySuite.Platform.Display.Shapes;

/// <summary>Zones show their children in order; children that placement put on tabs, cards or in columns are grouped by them.</summary>
internal sealed class ZoneShapes : IShapeTableProvider
{
    public ValueTask DiscoverAsync(ShapeTableBuilder builder)
    {
        builder.Describe("Zone")
            .OnDisplaying(context =>
            {
                if (context.Shape.TryGetProperty<string>("ZoneName", out var name))
                    context.Shape.Metadata.Alternates.Add("Zone__" + TemplateNames.Encode(name));
            })
            .BoundAs("ZoneShapes", context => ShowAsync(context.Value.Items, context));
        builder.Describe("ContentZone").BoundAs("ZoneShapes", context => ShowAsync(context.Value.Items, context));
        return ValueTask.CompletedTask;
    }

    public static async Task<IHtmlContent> ShowAsync(IReadOnlyList<IPositioned> items, DisplayContext context)
    {
        if (items.Count == 0)
            return HtmlString.Empty;

        using var writer = new ShapeWriter();
        if (HasGroups(items))
            await TabsAsync(items, context, writer);
        else
            await PlainAsync(items, context, writer);

        return writer.Complete();
    }

    private static bool HasGroups(IReadOnlyList<IPositioned> items)
    {
        foreach (var item in items)
        {
            if (item is IShape { Metadata: { } m } && !(string.IsNullOrEmpty(m.Tab) && string.IsNullOrEmpty(m.Card) && string.IsNullOrEmpty(m.Column)))
                return true;
        }

        return false;
    }

    private static async Task PlainAsync(IEnumerable<IPositioned> items, DisplayContext context, ShapeWriter writer)
    {
        foreach (var item in items)
        {
            var html = item is IShape shape ? await context.DisplayHelper.ShapeExecuteAsync(shape) : item as IHtmlContent;
            html?.WriteTo(writer, HtmlEncoder.Default);
        }
    }

    private static Task TabsAsync(IEnumerable<IPositioned> items, DisplayContext context, ShapeWriter writer) => GroupsAsync(
        items,
        m => m.Tab,
        writer,
        (name, inner) => Titled("section", "ps-group", name, writer, () => CardsAsync(inner, context, writer)),
        inner => CardsAsync(inner, context, writer));

    private static Task CardsAsync(IEnumerable<IPositioned> items, DisplayContext context, ShapeWriter writer) => GroupsAsync(
        items,
        m => m.Card,
        writer,
        (name, inner) => Titled("section", "card ps-group", name, writer, () => ColumnsAsync(inner, context, writer)),
        inner => ColumnsAsync(inner, context, writer));

    private static async Task ColumnsAsync(IEnumerable<IPositioned> items, DisplayContext context, ShapeWriter writer)
    {
        var list = items.ToList();
        var inColumns = list.Exists(i => i is IShape shape && !string.IsNullOrEmpty(shape.Metadata.Column));
        if (inColumns)
            writer.Write("<div class=\"ps-fields\">");

        await GroupsAsync(
            list,
            m => m.Column,
            writer,
            async (_, inner) =>
            {
                writer.Write("<div>");
                await PlainAsync(inner, context, writer);
                writer.Write("</div>");
            },
            inner => PlainAsync(inner, context, writer));

        if (inColumns)
            writer.Write("</div>");
    }

    private static async Task GroupsAsync(
        IEnumerable<IPositioned> items,
        Func<OrchardCore.DisplayManagement.Shapes.ShapeMetadata, string?> key,
        ShapeWriter writer,
        Func<string, IEnumerable<IPositioned>, Task> named,
        Func<IEnumerable<IPositioned>, Task> unnamed)
    {
        var groups = items
            .GroupBy(i => i is IShape shape ? Name(key(shape.Metadata)) : string.Empty, StringComparer.OrdinalIgnoreCase)
            .Select(g => (Name: g.Key, Position: g.Select(i => i is IShape shape ? Position(key(shape.Metadata)) : null).FirstOrDefault(p => p is not null), Items: g))
            .OrderBy(g => g.Name.Length == 0 ? "before" : g.Position ?? "0", PositionComparer.Instance);

        foreach (var (name, _, group) in groups)
            await (name.Length == 0 ? unnamed(group) : named(name, group));
    }

    private static async Task Titled(string tag, string classes, string title, ShapeWriter writer, Func<Task> content)
    {
        writer.Write($"<{tag} class=\"{classes}\"><h2>");
        HtmlEncoder.Default.Encode(writer, title);
        writer.Write("</h2>");
        await content();
        writer.Write($"</{tag}>");
    }

    // "Name_3;5": a column's width, then the group's position.
    private static string Name(string? grouping)
    {
        if (string.IsNullOrEmpty(grouping))
            return string.Empty;

        var end = grouping.IndexOfAny([';', '_']);
        return (end < 0 ? grouping : grouping[..end]).Trim();
    }

    private static string? Position(string? grouping)
    {
        var start = grouping?.IndexOf(';') ?? -1;
        return start < 0 ? null : grouping![(start + 1)..].Trim();
    }
}

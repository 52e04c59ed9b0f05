#nullable enable
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using PropertySuite.Platform.Display.Rendering;

namespace PropertySuite.Platform.Display.Shapes;

/// <summary>Shapes that a theme may show better: lists, messages, links to pages.</summary>
internal sealed class CommonShapes : IShapeTableProvider
{
    public ValueTask DiscoverAsync(ShapeTableBuilder builder)
    {
        builder.Describe("List").BoundAs("CommonShapes", ListAsync);
        builder.Describe("Message").BoundAs("CommonShapes", context => Task.FromResult(Message(context.Value)));
        builder.Describe("Pager")
            .OnDisplaying(context =>
            {
                if (context.Shape.TryGetProperty<string>("PagerId", out var id) && id.Length > 0)
                    context.Shape.Metadata.Alternates.Add("Pager__" + TemplateNames.Encode(id));
            })
            .BoundAs("CommonShapes", context => Task.FromResult(Pager(context)));
        builder.Describe("PagerSlim").BoundAs("CommonShapes", context => Task.FromResult(PagerSlim(context)));
        return ValueTask.CompletedTask;
    }

    private static async Task<IHtmlContent> ListAsync(DisplayContext context)
    {
        var list = context.Value.GetTagBuilder("ul");
        var items = context.Value.Items.Cast<object>();
        if (context.Value.TryGetProperty<IEnumerable<object>>("Items", out var given))
            items = given;

        foreach (var item in items)
        {
            var html = item is IShape shape ? await context.DisplayHelper.ShapeExecuteAsync(shape) : item as IHtmlContent ?? new OrchardCore.DisplayManagement.Html.HtmlContentString(item?.ToString());
            var entry = new TagBuilder("li");
            entry.InnerHtml.AppendHtml(html);
            list.InnerHtml.AppendHtml(entry);
        }

        return list;
    }

    private static IHtmlContent Message(IShape shape)
    {
        var type = Convert.ToString(shape.GetProperty("Type"), CultureInfo.InvariantCulture)!.ToLowerInvariant();
        var alert = new TagBuilder("div");
        alert.AddCssClass($"alert message-{type}");
        alert.Attributes["role"] = type is "error" or "warning" ? "alert" : "status";
        alert.InnerHtml.AppendHtml(shape.GetProperty<IHtmlContent>("Message"));
        return alert;
    }

    private static IHtmlContent Pager(DisplayContext context)
    {
        var shape = context.Value;
        var size = Math.Max(1, Number(shape, "PageSize"));
        var total = Number(shape, "TotalItemCount");
        var last = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(Number(shape, "Page"), 1, last);
        if (last == 1)
            return HtmlString.Empty;

        var nav = new TagBuilder("nav");
        nav.AddCssClass("ps-pager");
        var request = context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request;
        for (var number = 1; number <= last; number++)
        {
            if (number > 2 && number < last - 1 && Math.Abs(number - page) > 2)
                continue;

            var link = new TagBuilder("a");
            link.Attributes["href"] = Address(request, "page", number.ToString(CultureInfo.InvariantCulture));
            if (number == page)
                link.Attributes["aria-current"] = "page";
            link.InnerHtml.Append(number.ToString(CultureInfo.CurrentCulture));
            nav.InnerHtml.AppendHtml(link);
        }

        return nav;
    }

    private static IHtmlContent PagerSlim(DisplayContext context)
    {
        var nav = new TagBuilder("nav");
        nav.AddCssClass("ps-pager");
        var request = context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request;
        Add("before", "Before", "←", "prev");
        Add("after", "After", "→", "next");
        return nav;

        void Add(string key, string property, string sign, string rel)
        {
            if (context.Value.GetProperty<string>(property) is not { Length: > 0 } value)
                return;

            var link = new TagBuilder("a");
            link.Attributes["href"] = Address(request, key, value);
            link.Attributes["rel"] = rel;
            link.InnerHtml.Append(sign);
            nav.InnerHtml.AppendHtml(link);
        }
    }

    private static string Address(HttpRequest request, string key, string value)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value).Where(p => p.Key is not ("page" or "before" or "after"));
        return QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(request.PathBase + request.Path, query), key, value);
    }

    private static int Number(IShape shape, string name) =>
        shape.GetProperty(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;
}

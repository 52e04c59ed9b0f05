#nullable enable
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ViewModels;
using OrchardCore.DisplayManagement;
using OrchardCore.Environment.Cache;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>
/// Shows cached shapes. What is rendered inside a cached shape gives its contexts, tags and expiry to it, so that a box that
/// varies by the reader makes the box around it do so too.
/// </summary>
internal sealed class ShapeCache(DynamicCache cache, TagCache tags, IHttpContextAccessor http)
{
    private const string Forgery = "__RequestVerificationToken";

    private readonly Stack<CacheContext> _within = new();

    /// <summary>Whether a cached shape is being rendered.</summary>
    public bool IsRendering => _within.Count > 0;

    /// <summary>What is shown inside a cached shape and belongs to an item goes stale with the item.</summary>
    public void Note(IShape shape)
    {
        var item = shape switch
        {
            ContentItemViewModel model => model.ContentItem,
            ContentPartViewModel model => model.ContentPart?.ContentItem,
            _ => shape.Properties.TryGetValue("ContentItem", out var value) ? value as ContentItem : null,
        };
        if (item?.ContentItemId is { Length: > 0 } id)
            _within.Peek().AddTag(CacheTags.OfItem(id));
    }

    public async Task<IHtmlContent> ShowAsync(CacheContext context, Func<Task<IHtmlContent>> render)
    {
        // The answer to a form holds what this reader has typed.
        if (http.HttpContext is { Request.Method: not ("GET" or "HEAD") })
            return await RenderAsync(context, render);

        string[] asked = [.. context.Contexts];
        if (await cache.GetCachedValueAsync(context) is { } kept)
        {
            TellOuter(context);
            return new HtmlString(kept);
        }

        var moment = tags.Moment;
        var html = await RenderAsync(context, render);
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        var text = writer.ToString();
        // A form's token is its reader's own.
        if (!text.Contains(Forgery, StringComparison.Ordinal))
            await cache.SetAsync(context, asked, text, moment);
        return new HtmlString(text);
    }

    private async Task<IHtmlContent> RenderAsync(CacheContext context, Func<Task<IHtmlContent>> render)
    {
        _within.Push(context);
        try
        {
            return await render();
        }
        finally
        {
            _within.Pop();
            TellOuter(context);
        }
    }

    private void TellOuter(CacheContext inner)
    {
        if (!_within.TryPeek(out var outer))
            return;
        outer.AddContext([.. inner.Contexts]).AddTag([.. inner.Tags]);
        if (inner.ExpiresOn is { } on && (outer.ExpiresOn is null || on < outer.ExpiresOn))
            outer.WithExpiryOn(on);
        if (inner.ExpiresAfter is { } after && (outer.ExpiresAfter is null || after < outer.ExpiresAfter))
            outer.WithExpiryAfter(after);
        if (inner.ExpiresSliding is { } window && (outer.ExpiresSliding is null || window < outer.ExpiresSliding))
            outer.WithExpirySliding(window);
    }
}

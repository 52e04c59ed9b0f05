#nullable enable
using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement.Title;

namespace PropertySuite.Platform.Display;

internal sealed class PageTitleBuilder : IPageTitleBuilder
{
    private static readonly HtmlString _separator = new(" - ");

    private readonly List<(string Position, IHtmlContent Segment)> _segments = [];
    private IHtmlContent? _fixed;

    public void SetFixedTitle(IHtmlContent title) => _fixed = title;

    public void Clear()
    {
        _segments.Clear();
        _fixed = null;
    }

    public void AddSegment(IHtmlContent segment, string position = "0") => _segments.Add((position, segment));

    public IHtmlContent GenerateTitle(IHtmlContent? separator)
    {
        if (_fixed is not null)
            return _fixed;

        var title = new HtmlContentBuilder();
        foreach (var (_, segment) in _segments.OrderBy(s => s.Position, PositionComparer.Instance))
        {
            if (title.Count > 0)
                title.AppendHtml(separator ?? _separator);

            title.AppendHtml(segment);
        }

        return title;
    }
}

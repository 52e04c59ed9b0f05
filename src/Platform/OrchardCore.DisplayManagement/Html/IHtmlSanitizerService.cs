namespace OrchardCore.Infrastructure.Html;

/// <summary>Takes out of markup what could run or mislead: scripts, handlers, forms, foreign frames.</summary>
public interface IHtmlSanitizerService
{
    string Sanitize(string html);
}

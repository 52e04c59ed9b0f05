#nullable enable
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PropertySuite.Platform.Display.Rendering;

/// <summary>
/// What a template wrote. The constant parts of a page are kept as the strings they are, and a nested shape's output
/// is taken over whole, so that nothing is copied until the page goes out.
/// </summary>
internal sealed class ShapeHtml : IHtmlContent
{
    private readonly List<object> _parts = [];

    public bool IsEmpty => _parts.Count == 0;

    public void Add(string text) => _parts.Add(text);

    public void Add(ShapeHtml html)
    {
        if (!html.IsEmpty)
            _parts.Add(html);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (writer is ShapeWriter nested)
            nested.Adopt(this);
        else
            WriteTo(writer);
    }

    public override string ToString()
    {
        using var writer = new StringWriter();
        WriteTo(writer);
        return writer.ToString();
    }

    private void WriteTo(TextWriter writer)
    {
        foreach (var part in _parts)
        {
            if (part is string text)
                writer.Write(text);
            else
                ((ShapeHtml)part).WriteTo(writer);
        }
    }
}

/// <summary>The writer of one template.</summary>
internal sealed class ShapeWriter : TextWriter
{
    private const int KeptWhole = 48;

    private readonly ShapeHtml _html = new();
    private readonly StringBuilder _pending = new();

    public override Encoding Encoding => Encoding.UTF8;

    public ShapeHtml Complete()
    {
        Flush();
        return _html;
    }

    public void Adopt(ShapeHtml html)
    {
        Flush();
        _html.Add(html);
    }

    public override void Write(char value) => _pending.Append(value);

    public override void Write(char[] buffer, int index, int count) => _pending.Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => _pending.Append(buffer);

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        if (value.Length < KeptWhole)
        {
            _pending.Append(value);
            return;
        }

        Flush();
        _html.Add(value);
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        Write('\n');
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override void Flush()
    {
        if (_pending.Length == 0)
            return;

        _html.Add(_pending.ToString());
        _pending.Clear();
    }

    public override Task FlushAsync() => Task.CompletedTask;
}

#nullable enable
using System.Buffers;
using System.Globalization;
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

/// <summary>The writer of one template. What it gathers of short pieces lies in a rented buffer, which it gives back at its end.</summary>
internal sealed class ShapeWriter : TextWriter
{
    private const int KeptWhole = 48;
    private const int FirstLength = 512;

    private readonly ShapeHtml _html = new();
    private char[]? _pending;
    private int _length;

    public ShapeWriter()
        : base(CultureInfo.InvariantCulture)
    {
    }

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

    public override void Write(char value)
    {
        Room(1)[0] = value;
        _length++;
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
            return;

        buffer.CopyTo(Room(buffer.Length));
        _length += buffer.Length;
    }

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        if (value.Length < KeptWhole)
        {
            Write(value.AsSpan());
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
        if (_length == 0)
            return;

        _html.Add(new string(_pending!, 0, _length));
        _length = 0;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing && _pending is not null)
        {
            ArrayPool<char>.Shared.Return(_pending);
            _pending = null;
            _length = 0;
        }

        base.Dispose(disposing);
    }

    private Span<char> Room(int count)
    {
        if (_pending is null)
        {
            _pending = ArrayPool<char>.Shared.Rent(Math.Max(FirstLength, count));
        }
        else if (_pending.Length - _length < count)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_pending.Length * 2, _length + count));
            _pending.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_pending);
            _pending = larger;
        }

        return _pending.AsSpan(_length);
    }
}

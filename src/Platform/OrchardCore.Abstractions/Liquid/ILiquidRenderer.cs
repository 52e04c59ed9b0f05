using System.Text.Encodings.Web;
using OrchardCore.Liquid;

namespace PropertySuite.Platform.Liquid;

/// <summary>Renders Liquid with values beside the model, for the platform's own use (workflows, messages).</summary>
public interface ILiquidRenderer : ILiquidTemplateManager
{
    /// <param name="template">The template's text.</param>
    /// <param name="encoder">Encodes values; null or one that changes nothing for plain text.</param>
    /// <param name="model">What the template calls <c>Model</c>: content items, JSON, dictionaries, lists and primitives; anything else is empty.</param>
    /// <param name="values">What the template sees by these names; of the same kinds as the model.</param>
    /// <exception cref="LiquidException">The template is wrong, or went over a limit.</exception>
    Task<string> RenderAsync(
        string template,
        TextEncoder? encoder,
        object? model = null,
        IEnumerable<KeyValuePair<string, object?>>? values = null,
        CancellationToken cancellationToken = default);

    /// <summary>What is wrong with a template, with the places; empty when nothing is.</summary>
    IReadOnlyList<LiquidError> Check(string template);
}

/// <summary>One thing that is wrong with a template.</summary>
/// <param name="Line">Counted from 1; 0 where it is about no place.</param>
/// <param name="Column">Counted from 1; 0 where it is about no place.</param>
public sealed record LiquidError(int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? Message : $"({Line}, {Column}): {Message}";
}

/// <summary>A template that cannot be rendered.</summary>
public sealed class LiquidException(IReadOnlyList<LiquidError> errors, Exception? inner = null)
    : Exception(string.Join(System.Environment.NewLine, errors), inner)
{
    public IReadOnlyList<LiquidError> Errors { get; } = errors;
}

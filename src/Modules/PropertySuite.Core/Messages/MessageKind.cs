using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Core;

/// <summary>
/// A message that a module sends: its shipped text, and what a template of it can speak of. An office may write its own text
/// for each language.
/// </summary>
/// <param name="id">Id in the module's name space, such as <c>visitors.host-asked</c>; never changed, since an office's texts are kept under it.</param>
/// <param name="texts">Class in whose context name, description and shipped texts are translated.</param>
public sealed class MessageKind(string id, Type texts)
{
    /// <summary>Id.</summary>
    public string Id { get; } = id;

    /// <summary>Class in whose context name, description and shipped texts are translated.</summary>
    public Type Texts { get; } = texts;

    /// <summary>English name.</summary>
    public required string Name { get; init; }

    /// <summary>English sentence that says when it is sent and to whom.</summary>
    public required string Description { get; init; }

    /// <summary>Shipped subject in English: Liquid, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>Shipped body in English: Liquid; an empty line begins a paragraph, an address alone on its line becomes a button.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// An example of the model, for previews and to show what can be used: <c>{"guest": "…"}</c> is <c>{{ Model.guest }}</c>. It holds
    /// every member that a message of this kind has.
    /// </summary>
    public required Func<JsonObject> Sample { get; init; }

    /// <summary>Whether the message carries a link that gives a right: its text is never kept longer than it takes to send it.</summary>
    public bool CarriesRight { get; init; }
}

/// <summary>Registration of message kinds.</summary>
public static class MessageKindServices
{
    /// <summary>Adds a kind of message of a module.</summary>
    public static IServiceCollection AddMessageKind(this IServiceCollection services, MessageKind kind) => services.AddSingleton(kind);
}

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace PropertySuite.Core.Queues;

/// <summary>A kind of record that waits in queues, and how a queue shows it.</summary>
/// <param name="id">Id of the kind, such as <c>CMP</c>; stands in rows.</param>
/// <param name="contentType">Type of the items.</param>
/// <param name="texts">Class in whose context name and states are translated.</param>
public sealed class QueuedKind(string id, string contentType, Type texts)
{
    /// <summary>Id.</summary>
    public string Id { get; } = id;

    /// <summary>Type of the items.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>Class in whose context name and states are translated.</summary>
    public Type Texts { get; } = texts;

    /// <summary>English name of the kind: "Complaint".</summary>
    public required string Name { get; init; }

    /// <summary>Name of the permission to see these records in queues.</summary>
    public required string Permission { get; init; }

    /// <summary>Where a record is shown, by its id; begins with <c>~admin/</c>, as links of lists do.</summary>
    public required Func<string, string> Href { get; init; }

    /// <summary>English word of a state, by its stored name.</summary>
    public required Func<string, string> State { get; init; }

    /// <summary>Shape of a state's dot, by its stored name.</summary>
    public Func<string, string> Dot { get; init; } = _ => "run";

    internal Func<ContentItem, QueueEntry?> Read { get; set; } = _ => null;
}

/// <summary>Registers what waits in queues.</summary>
public static class QueueServices
{
    /// <summary>Puts records with this part into the one index of queues. The part has a parameterless constructor, as parts do.</summary>
    public static IServiceCollection AddQueued<TPart>(this IServiceCollection services, QueuedKind kind) where TPart : ContentPart, IQueued, new()
    {
        kind.Read = item => item.GetOrCreate<TPart>().Queued;
        return services.AddSingleton(kind);
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata.Models;

namespace PropertySuite.Platform.Content;

/// <summary>The classes and handlers of a type's parts and fields, worked out once for each state of its definition.</summary>
internal sealed class ContentTypePlan : IElementSchema
{
    private readonly PartStep[] _parts;
    private readonly Dictionary<string, PartStep> _byName;
    private readonly PartStep[]?[] _steps = new PartStep[]?[Enum.GetValues<ContentEvent>().Length];

    public ContentTypePlan(ContentTypeDefinition definition, ContentOptions options)
    {
        Definition = definition;
        _parts = [.. definition.Parts.Select(part => PartStep.For(part, options))];
        _byName = new Dictionary<string, PartStep>(StringComparer.Ordinal);
        foreach (var part in _parts) _byName.TryAdd(part.Part.Name, part);
    }

    public ContentTypeDefinition Definition { get; }

    public IReadOnlyList<PartStep> Parts => _parts;

    public Type? TypeOf(string name) => _byName.TryGetValue(name, out var part) ? part.PartType : null;

    public IElementSchema? SchemaOf(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The parts that have something to do at an event; most have nothing, and are then not even read.</summary>
    public PartStep[] StepsAt(ContentEvent what) => _steps[(int)what] ??=
        [.. _parts.Select(part => part.At(what)).Where(part => part.Handlers.Length > 0 || part.Fields.Length > 0)];
}

/// <summary>A part with the handlers of its class.</summary>
internal sealed record PartStep(ContentTypePartDefinition Part, Type PartType, Type[] Handlers, FieldStep[] Fields) : IElementSchema
{
    public static PartStep For(ContentTypePartDefinition part, ContentOptions options)
    {
        var known = options.ContentPartOptionsLookup.GetValueOrDefault(part.PartDefinition.Name);
        return new PartStep(
            part,
            known?.Type ?? typeof(ContentPart),
            known is null ? [] : [.. known.Handlers],
            [.. part.PartDefinition.Fields.Select(field => FieldStep.For(field, options))]);
    }

    public PartStep At(ContentEvent what) => this with
    {
        Handlers = [.. Handlers.Where(handler => HandlerEvents.Handles(handler, what))],
        Fields = [.. Fields.Select(field => field with { Handlers = [.. field.Handlers.Where(handler => HandlerEvents.Handles(handler, what))] }).Where(field => field.Handlers.Length > 0)],
    };

    public Type? TypeOf(string name) => Array.Find(Fields, field => field.Field.Name == name)?.FieldType;

    public IElementSchema? SchemaOf(string name) => null;
}

/// <summary>A field with the handlers of its class.</summary>
internal sealed record FieldStep(ContentPartFieldDefinition Field, Type FieldType, Type[] Handlers)
{
    public static FieldStep For(ContentPartFieldDefinition field, ContentOptions options)
    {
        var known = options.ContentFieldOptionsLookup.GetValueOrDefault(field.FieldDefinition.Name);
        return new FieldStep(field, known?.Type ?? typeof(ContentField), known is null ? [] : [.. known.Handlers]);
    }
}

/// <summary>Which events a handler class really handles, rather than inherits as doing nothing.</summary>
internal static class HandlerEvents
{
    private static readonly ConcurrentDictionary<(Type, ContentEvent), bool> Known = new();

    public static bool Handles(Type handler, ContentEvent what) => Known.GetOrAdd((handler, what), static key => Find(key.Item1, key.Item2));

    private static bool Find(Type handler, ContentEvent what)
    {
        var derivesFromBase = false;
        for (var type = handler.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ContentPartHandler<>) || type.GetGenericTypeDefinition() == typeof(ContentFieldHandler<>))) derivesFromBase = true;
        }
        if (!derivesFromBase) return true;
        return handler.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(method => method.Name == $"{what}Async" && !IsBase(method.DeclaringType!));
    }

    private static bool IsBase(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ContentPartHandler<>) || type.GetGenericTypeDefinition() == typeof(ContentFieldHandler<>));
}

/// <summary>The plans of a tenant, kept as long as the definitions that they were made from.</summary>
internal sealed class ContentTypePlans(IOptions<ContentOptions> options)
{
    private readonly ConditionalWeakTable<ContentTypeDefinition, ContentTypePlan> _plans = [];

    public ContentTypePlan For(ContentTypeDefinition definition) =>
        _plans.GetValue(definition, type => new ContentTypePlan(type, options.Value));
}

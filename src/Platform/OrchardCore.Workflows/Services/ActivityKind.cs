#nullable enable
namespace PropertySuite.Platform.Workflows;

/// <summary>A kind of activity that a feature brings.</summary>
internal sealed record ActivityKind(Type Type);

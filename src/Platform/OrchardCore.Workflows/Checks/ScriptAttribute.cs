#nullable enable
namespace PropertySuite.Platform.Workflows;

/// <summary>The expression is JavaScript; without this mark it is Liquid.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ScriptAttribute : Attribute;

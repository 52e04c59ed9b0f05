using Mono.Cecil;

namespace PropertySuite.Architecture.Tests.Contract;

/// <summary>Writes compiled members the way the contract data writes them.</summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Int16"] = "short",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Single"] = "float",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
    };

    /// <summary>namespace.Outer+Name`arity.</summary>
    public static string TypeName(TypeReference type) => type.GetElementType().FullName.Replace('/', '+');

    public static string Member(MethodDefinition method)
    {
        var parameters = string.Join(",", method.Parameters.Select(parameter => Type(parameter.ParameterType)));
        if (method.IsConstructor)
        {
            return $"ctor({parameters})";
        }

        if (method.Name.StartsWith("op_", StringComparison.Ordinal))
        {
            return $"operator {Operator(method.Name)}({parameters})";
        }

        var arity = method.HasGenericParameters ? $"`{method.GenericParameters.Count}" : string.Empty;
        return $"method {method.Name}{arity}({parameters}) : {Type(method.ReturnType)}";
    }

    public static string Member(PropertyDefinition property) => property.HasParameters
        ? $"property this({string.Join(",", property.Parameters.Select(parameter => Type(parameter.ParameterType)))}) : {Type(property.PropertyType)}"
        : $"property {property.Name} : {Type(property.PropertyType)}";

    public static string Member(FieldDefinition field) =>
        field.DeclaringType.IsEnum ? $"field {field.Name}" : $"field {field.Name} : {Type(field.FieldType)}";

    public static string Type(TypeReference type)
    {
        switch (type)
        {
            case ByReferenceType reference:
                return "ref " + Type(reference.ElementType);
            case RequiredModifierType modified:
                return Type(modified.ElementType);
            case ArrayType array:
                return Type(array.ElementType) + "[]";
            case GenericParameter parameter:
                return parameter.Name;
            case GenericInstanceType generic when generic.ElementType.FullName == "System.Nullable`1":
                return Type(generic.GenericArguments[0]);
            case GenericInstanceType tuple when tuple.ElementType.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal):
                return $"({string.Join(",", tuple.GenericArguments.Select(Type))})";
            case GenericInstanceType generic:
                return $"{generic.Name[..generic.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(",", generic.GenericArguments.Select(Type))}>";
            default:
                return Keywords.TryGetValue(type.FullName, out var keyword) ? keyword : type.Name;
        }
    }

    private static string Operator(string name) => name switch
    {
        "op_Equality" => "==",
        "op_Inequality" => "!=",
        "op_Implicit" => "implicit",
        "op_Explicit" => "explicit",
        _ => name,
    };
}

using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Json;

/// <summary>A JSON node that templates and scripts can walk: members by name, items by index, simple values by conversion.</summary>
internal sealed class DynamicJson(JsonNode node) : DynamicObject, IEnumerable, IConvertible, IFormattable
{
    public JsonNode Node => node;

    public override IEnumerable<string> GetDynamicMemberNames() => node is JsonObject o ? o.Select(property => property.Key) : [];

    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        result = node switch
        {
            JsonObject o => Wrap(o.TryGetPropertyValue(binder.Name, out var value) ? value : null),
            JsonArray a when binder.Name is "Count" or "Length" => a.Count,
            _ => null,
        };
        return true;
    }

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        if (node is not JsonObject o) return false;
        o[binder.Name] = ToNode(value);
        return true;
    }

    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
    {
        result = (node, indexes) switch
        {
            (JsonObject o, [string name]) => Wrap(o.TryGetPropertyValue(name, out var value) ? value : null),
            (JsonArray a, [int index]) => Wrap(a[index]),
            _ => null,
        };
        return true;
    }

    public override bool TrySetIndex(SetIndexBinder binder, object[] indexes, object? value)
    {
        switch (node, indexes)
        {
            case (JsonObject o, [string name]): o[name] = ToNode(value); return true;
            case (JsonArray a, [int index]): a[index] = ToNode(value); return true;
            default: return false;
        }
    }

    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        var method = node.GetType().GetMethod(binder.Name, [.. (args ?? []).Select(arg => arg?.GetType() ?? typeof(object))]);
        result = method?.Invoke(node, args);
        return method is not null;
    }

    public override bool TryConvert(ConvertBinder binder, out object? result)
    {
        if (binder.Type.IsInstanceOfType(node))
        {
            result = node;
            return true;
        }
        if (binder.Type == typeof(IEnumerable))
        {
            result = this;
            return true;
        }
        return JsonScalar.TryConvert(node, binder.Type, out result);
    }

    public override bool TryBinaryOperation(BinaryOperationBinder binder, object arg, out object? result)
    {
        var other = arg is DynamicJson json ? JsonScalar.Text(json.Node) : Convert.ToString(arg, CultureInfo.InvariantCulture);
        var equal = string.Equals(JsonScalar.Text(node), other, arg is bool ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        equal &= arg is not null;
        switch (binder.Operation)
        {
            case System.Linq.Expressions.ExpressionType.Equal: result = equal; return true;
            case System.Linq.Expressions.ExpressionType.NotEqual: result = !equal; return true;
            case System.Linq.Expressions.ExpressionType.Add when arg is string: result = JsonScalar.Text(node) + other; return true;
            default: result = null; return false;
        }
    }

    public IEnumerator GetEnumerator() => node switch
    {
        JsonArray a => a.Select(Wrap).ToArray().GetEnumerator(),
        JsonObject o => o.Select(property => KeyValuePair.Create(property.Key, Wrap(property.Value))).ToArray().GetEnumerator(),
        _ => Array.Empty<object>().GetEnumerator(),
    };

    public override string ToString() => JsonScalar.Text(node);

    public override bool Equals(object? obj) => obj is DynamicJson other ? JsonNode.DeepEquals(node, other.Node) : obj is string text && text == ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static object? Wrap(JsonNode? value) => value is null ? null : new DynamicJson(value);

    private static JsonNode? ToNode(object? value) => value is DynamicJson json ? json.Node.DeepClone() : JNode.FromObject(value);

    private T As<T>() => JsonScalar.TryConvert<T>(node, out var value) ? value! : throw new InvalidCastException($"{this} is not a {typeof(T).Name}.");

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        format is not null && JsonScalar.TryConvert<decimal>(node, out var number) ? number.ToString(format, formatProvider) : ToString();

    TypeCode IConvertible.GetTypeCode() => node.GetValueKind() switch
    {
        JsonValueKind.String => TypeCode.String,
        JsonValueKind.Number => TypeCode.Decimal,
        JsonValueKind.True or JsonValueKind.False => TypeCode.Boolean,
        _ => TypeCode.Object,
    };

    bool IConvertible.ToBoolean(IFormatProvider? provider) => As<bool>();

    byte IConvertible.ToByte(IFormatProvider? provider) => As<byte>();

    char IConvertible.ToChar(IFormatProvider? provider) => As<char>();

    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => As<DateTime>();

    decimal IConvertible.ToDecimal(IFormatProvider? provider) => As<decimal>();

    double IConvertible.ToDouble(IFormatProvider? provider) => As<double>();

    short IConvertible.ToInt16(IFormatProvider? provider) => As<short>();

    int IConvertible.ToInt32(IFormatProvider? provider) => As<int>();

    long IConvertible.ToInt64(IFormatProvider? provider) => As<long>();

    sbyte IConvertible.ToSByte(IFormatProvider? provider) => As<sbyte>();

    float IConvertible.ToSingle(IFormatProvider? provider) => As<float>();

    string IConvertible.ToString(IFormatProvider? provider) => ToString();

    object IConvertible.ToType(Type conversionType, IFormatProvider? provider) =>
        JsonScalar.TryConvert(node, conversionType, out var value) && value is not null ? value : throw new InvalidCastException($"{this} is not a {conversionType.Name}.");

    ushort IConvertible.ToUInt16(IFormatProvider? provider) => As<ushort>();

    uint IConvertible.ToUInt32(IFormatProvider? provider) => As<uint>();

    ulong IConvertible.ToUInt64(IFormatProvider? provider) => As<ulong>();
}

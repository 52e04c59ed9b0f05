using Mono.Cecil;

namespace PropertySuite.Architecture.Tests.Contract;

/// <summary>Rule 6 in both directions: what is public is in the data, and what modules use is in the data.</summary>
internal static class ContractRules
{
    /// <summary>Public types and members of contract assemblies that the data does not know.</summary>
    public static IEnumerable<string> Unlisted(Product product, ContractData data)
    {
        foreach (var type in product.In(Place.Contract).SelectMany(Code.AllTypes).Where(IsContract))
        {
            var name = Spelling.TypeName(type);
            if (data.Find(name) is not { } listed)
            {
                yield return $"{type.Module.Assembly.Name.Name}: {name} is public and not in the contract";
                continue;
            }

            if (listed.IsOpen || type.BaseType?.FullName == "System.MulticastDelegate")
            {
                continue;
            }

            foreach (var member in Members(type).Where(member => !listed.Members.Contains(member)))
            {
                if (!member.StartsWith("ctor(", StringComparison.Ordinal) || listed.ListsConstructors)
                {
                    yield return $"{name}: {member} is public and not in the contract";
                }
            }
        }
    }

    /// <summary>What modules, themes and Core use of the contract assemblies that the data does not know.</summary>
    public static IEnumerable<string> UsedButUnlisted(Product product, ContractData data)
    {
        var contract = product.In(Place.Contract).Select(assembly => assembly.Name.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var assembly in product.In(Place.Core, Place.Module, Place.Theme))
        {
            foreach (var type in assembly.MainModule.GetTypeReferences().Where(type => IsOf(contract, type)))
            {
                if (data.Find(Spelling.TypeName(type)) is null)
                {
                    yield return $"{assembly.Name.Name} uses {Spelling.TypeName(type)}, which is not in the contract";
                }
            }

            foreach (var member in assembly.MainModule.GetMemberReferences().Where(member => IsOf(contract, member.DeclaringType)))
            {
                if (Unknown(member, data) is { } sentence)
                {
                    yield return $"{assembly.Name.Name} uses {sentence}";
                }
            }
        }
    }

    private static string? Unknown(MemberReference member, ContractData data)
    {
        var typeName = Spelling.TypeName(member.DeclaringType);
        if (data.Find(typeName) is not { IsOpen: false } listed || member.DeclaringType.IsArray)
        {
            return null;
        }

        var spelled = member switch
        {
            MethodReference method when method.Resolve() is { } definition => Written(definition),
            FieldReference field when field.Resolve() is { } definition => Spelling.Member(definition),
            _ => null,
        };

        if (spelled is null || listed.Members.Contains(spelled) || (spelled.StartsWith("ctor(", StringComparison.Ordinal) && !listed.ListsConstructors))
        {
            return null;
        }

        return $"{typeName}: {spelled}, which is not in the contract";
    }

    private static string? Written(MethodDefinition method)
    {
        if (method.IsGetter || method.IsSetter)
        {
            return Spelling.Member(method.DeclaringType.Properties.Single(property => property.GetMethod == method || property.SetMethod == method));
        }

        return IsPlainOverride(method) ? null : Spelling.Member(method);
    }

    private static IEnumerable<string> Members(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(field => (field.IsPublic || IsInherited(field.IsFamily, field.IsFamilyOrAssembly, type)) && !field.IsSpecialName))
        {
            yield return Spelling.Member(field);
        }

        foreach (var property in type.Properties.Where(property => IsVisible(property.GetMethod, type) || IsVisible(property.SetMethod, type)))
        {
            if (!IsPlainOverride(property.GetMethod ?? property.SetMethod) && property.Name != "EqualityContract")
            {
                yield return Spelling.Member(property);
            }
        }

        foreach (var method in type.Methods.Where(method => IsVisible(method, type) && !method.IsGetter && !method.IsSetter && !IsPlainOverride(method) && !IsCompilersOwn(method)))
        {
            yield return Spelling.Member(method);
        }
    }

    private static bool IsVisible(MethodDefinition? method, TypeDefinition type) =>
        method is not null && (method.IsPublic || IsInherited(method.IsFamily, method.IsFamilyOrAssembly, type)) && !(method.IsConstructor && method.IsStatic);

    private static bool IsInherited(bool family, bool familyOrAssembly, TypeDefinition type) => (family || familyOrAssembly) && !type.IsSealed;

    private static bool IsPlainOverride(MethodDefinition? method) => method is { IsVirtual: true, IsNewSlot: false };

    /// <summary>A parameterless constructor that nobody wrote, and what a record brings.</summary>
    private static bool IsCompilersOwn(MethodDefinition method) =>
        (method.IsConstructor && method.Parameters.Count == 0)
        || method.Name is "<Clone>$" or "PrintMembers" or "Deconstruct"
        || (method.Name is "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" or "ToString" && IsRecord(method.DeclaringType))
        || (method.IsConstructor && IsRecord(method.DeclaringType));

    private static bool IsRecord(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Clone>$");

    private static bool IsContract(TypeDefinition type) =>
        (type.IsPublic || (type.IsNestedPublic && IsContract(type.DeclaringType)))
        && !TopNamespace(type).StartsWith("PropertySuite.", StringComparison.Ordinal)
        && TopNamespace(type) != "AspNetCoreGeneratedDocument"
        && !type.Name.StartsWith('<');

    private static string TopNamespace(TypeDefinition type) => type.DeclaringType is { } outer ? TopNamespace(outer) : type.Namespace;

    private static bool IsOf(HashSet<string> assemblies, TypeReference? type) =>
        type is not null && assemblies.Contains((type.GetElementType().Scope?.Name ?? string.Empty).Replace(".dll", string.Empty, StringComparison.Ordinal));
}

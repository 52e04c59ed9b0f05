using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PropertySuite.Architecture.Tests;

/// <summary>What compiled code mentions.</summary>
internal static class Code
{
    /// <summary>Every type of an assembly, nested ones included.</summary>
    public static IEnumerable<TypeDefinition> AllTypes(this AssemblyDefinition assembly) =>
        assembly.MainModule.Types.SelectMany(WithNested);

    /// <summary>A type with the closures and state machines that the compiler nests in it.</summary>
    public static IEnumerable<TypeDefinition> WithNested(this TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>Every method body of a type.</summary>
    public static IEnumerable<MethodDefinition> Bodies(this TypeDefinition type) => type.Methods.Where(method => method.HasBody);

    /// <summary>Members that the body calls, reads or writes.</summary>
    public static IEnumerable<MemberReference> Mentions(this MethodDefinition method) =>
        method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>();

    /// <summary>Calls only.</summary>
    public static IEnumerable<MethodReference> Calls(this MethodDefinition method) =>
        method.Body.Instructions
            .Where(instruction => instruction.OpCode.FlowControl == FlowControl.Call || instruction.OpCode == OpCodes.Ldftn)
            .Select(instruction => instruction.Operand).OfType<MethodReference>();

    /// <summary>The declaring type without generic arguments, as namespace.name.</summary>
    public static string DeclaringName(this MemberReference member) =>
        member.DeclaringType?.GetElementType().FullName ?? member.FullName;

    /// <summary>Whether a type is, or comes from, the named one.</summary>
    public static bool IsA(this TypeDefinition type, string fullName)
    {
        for (TypeDefinition? current = type; current is not null; current = Base(current))
        {
            if (current.FullName == fullName || (current.BaseType is { } parent && parent.GetElementType().FullName == fullName))
            {
                return true;
            }
        }

        return false;
    }

    private static TypeDefinition? Base(TypeDefinition type)
    {
        try
        {
            return type.BaseType?.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <summary>Where a type's author would look for it.</summary>
    public static string Owner(this TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }
}

using Mono.Cecil;

namespace PropertySuite.Architecture.Tests.Rules;

/// <summary>Types given to <c>Initialize&lt;T&gt;</c>: the original makes proxies of them (rule 6).</summary>
internal static class Shapes
{
    public static IEnumerable<string> UnusableModels(Product product)
    {
        foreach (var type in product.In(Place.Core, Place.Module, Place.Theme, Place.Features).SelectMany(Code.AllTypes))
        {
            foreach (var call in type.Bodies().SelectMany(Code.Calls).OfType<GenericInstanceMethod>())
            {
                if (call.Name == "Initialize"
                    && call.DeclaringName() == "OrchardCore.DisplayManagement.Handlers.DisplayDriverBase"
                    && call.GenericArguments[0] is not GenericParameter
                    && call.GenericArguments[0].Resolve() is { } model
                    && !IsUsable(model))
                {
                    yield return $"{type.Owner()} initialises {model.FullName}, which must be public, unsealed and have a parameterless constructor";
                }
            }
        }
    }

    private static bool IsUsable(TypeDefinition model) =>
        model.IsPublic && !model.IsSealed && model.Methods.Any(method => method.IsConstructor && !method.IsStatic && method.Parameters.Count == 0 && method.IsPublic);
}

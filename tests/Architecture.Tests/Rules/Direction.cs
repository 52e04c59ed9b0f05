using Mono.Cecil;

namespace PropertySuite.Architecture.Tests.Rules;

/// <summary>Who may know whom (rules 1 and 2 of the floor plan).</summary>
internal static class Direction
{
    /// <summary>References that point up or sideways.</summary>
    public static IEnumerable<string> WrongReferences(Product product)
    {
        foreach (var assembly in product.Assemblies)
        {
            var place = Product.PlaceOf(assembly.Name.Name)!.Value;
            foreach (var reference in assembly.MainModule.AssemblyReferences)
            {
                if (Product.PlaceOf(reference.Name) is { } target && !Allowed(place, target))
                {
                    yield return $"{assembly.Name.Name} ({place}) references {reference.Name} ({target})";
                }
            }
        }
    }

    /// <summary>Types of another module that are not in its Contracts folder.</summary>
    public static IEnumerable<string> ForeignInsides(Product product)
    {
        foreach (var assembly in product.In(Place.Module, Place.Theme))
        {
            foreach (var type in assembly.MainModule.GetTypeReferences())
            {
                var scope = type.Scope.Name.Replace(".dll", string.Empty, StringComparison.Ordinal);
                if (scope != assembly.Name.Name && Product.PlaceOf(scope) == Place.Module && !type.Namespace.EndsWith(".Contracts", StringComparison.Ordinal))
                {
                    yield return $"{assembly.Name.Name} uses {type.FullName}, which is not in the Contracts folder of {scope}";
                }
            }
        }
    }

    /// <summary>Modules that need each other, directly or around a corner.</summary>
    public static IEnumerable<string> Cycles(Product product)
    {
        var modules = product.In(Place.Module).ToDictionary(
            assembly => assembly.Name.Name,
            assembly => assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(name => Product.PlaceOf(name) == Place.Module).ToList());
        foreach (var start in modules.Keys)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>(modules[start]);
            while (open.TryPop(out var next))
            {
                if (next == start)
                {
                    yield return $"{start} needs itself through {string.Join(", ", seen)}";
                    break;
                }

                if (seen.Add(next) && modules.TryGetValue(next, out var further))
                {
                    further.ForEach(open.Push);
                }
            }
        }
    }

    /// <summary>Modules whose manifest and references tell different stories about the modules they need.</summary>
    public static IEnumerable<string> UndeclaredNeeds(Product product)
    {
        var ours = product.In(Place.Core, Place.Module).Select(assembly => assembly.Name.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var assembly in product.In(Place.Module))
        {
            var used = assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(ours.Contains).ToHashSet(StringComparer.Ordinal);
            var declared = Dependencies(assembly).Where(ours.Contains).ToHashSet(StringComparer.Ordinal);
            foreach (var name in used.Except(declared))
            {
                yield return $"{assembly.Name.Name} uses {name}, which its manifest does not declare";
            }

            foreach (var name in declared.Except(used))
            {
                yield return $"{assembly.Name.Name} declares {name} in its manifest and does not use it";
            }
        }
    }

    private static IEnumerable<string> Dependencies(AssemblyDefinition assembly) => assembly.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name is "ModuleAttribute" or "FeatureAttribute")
        .SelectMany(attribute => attribute.Properties)
        .Where(property => property.Name == "Dependencies")
        .SelectMany(property => (CustomAttributeArgument[])property.Argument.Value)
        .Select(argument => (string)argument.Value);

    private static bool Allowed(Place place, Place target) => place switch
    {
        Place.Contract => target is Place.Contract,
        Place.Runtime => target is Place.Contract,
        Place.Core => target is Place.Contract,
        Place.Features => target is Place.Contract or Place.Runtime or Place.Core,
        Place.Module => target is Place.Contract or Place.Core or Place.Module,
        // A theme may stand on a base theme.
        Place.Theme => target is Place.Contract or Place.Core or Place.Theme,
        _ => true,
    };
}

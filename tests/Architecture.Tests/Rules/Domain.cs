using Mono.Cecil;

namespace PropertySuite.Architecture.Tests.Rules;

/// <summary>Domain rules take actor and time from their caller (rule 3), and nobody reaches for what is banned (rule 5).</summary>
internal static class Domain
{
    private static readonly string[] Outside =
    [
        "Microsoft.AspNetCore.", "YesSql.", "System.IServiceProvider", "Microsoft.Extensions.DependencyInjection.",
        "OrchardCore.Modules.IClock", "OrchardCore.Modules.ILocalClock", "System.TimeProvider", "OrchardCore.Environment.", "System.IO.", "System.Net.",
    ];

    private static readonly Dictionary<string, string> Banned = new(StringComparer.Ordinal)
    {
        ["System.DateTime::get_Now"] = "time is handed in",
        ["System.DateTime::get_UtcNow"] = "time is handed in",
        ["System.DateTime::get_Today"] = "a day belongs to a community",
        ["System.DateTimeOffset::get_Now"] = "time is handed in",
        ["System.DateTimeOffset::get_UtcNow"] = "time is handed in",
        ["System.Net.Http.HttpClient::.ctor"] = "use IHttpClientFactory",
        ["System.Threading.Tasks.Task`1::get_Result"] = "await it",
        ["System.Threading.Tasks.Task::Wait"] = "await it",
        ["System.Threading.Thread::Sleep"] = "wait for the event",
    };

    // The one clock is injected; these are its default, and what has no clock to be handed: an id, a certificate.
    private static readonly HashSet<string> OwnersOfTheSystemsClock = new(StringComparer.Ordinal)
    {
        "Microsoft.Extensions.DependencyInjection.ServiceExtensions", "PropertySuite.Core.Startup",
        "OrchardCore.Modules.ILocalClock", "OrchardCore.IdGenerator", "OrchardCore.Environment.Shell.Builders.ShellContext",
        "PropertySuite.Platform.Commands.ServerCertificate", "PropertySuite.Platform.Users.SignInEvents",
    };

    private static readonly string[] Sql =
    [
        "System.Data.Common.DbCommand", "System.Data.IDbCommand", "Dapper.SqlMapper", "Microsoft.Data.Sqlite.SqliteCommand",
    ];

    /// <summary>Parts, fields and lifecycles of modules that know the web, the store, services or a clock of their own.</summary>
    public static IEnumerable<string> ImpureRules(Product product)
    {
        foreach (var type in product.In(Place.Core, Place.Module).SelectMany(Code.AllTypes).Where(type => type.DeclaringType is null && IsRule(type)))
        {
            foreach (var inner in type.WithNested())
            {
                foreach (var member in inner.Bodies().SelectMany(Code.Mentions))
                {
                    var name = member is TypeReference mentioned ? mentioned.GetElementType().FullName : member.DeclaringName();
                    if (Outside.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                    {
                        yield return $"{type.FullName} uses {name}";
                    }
                }
            }
        }
    }

    /// <summary>Calls that the house does not make.</summary>
    public static IEnumerable<string> BannedCalls(Product product)
    {
        foreach (var type in product.Assemblies.SelectMany(Code.AllTypes))
        {
            foreach (var call in type.Bodies().SelectMany(Code.Calls))
            {
                // The compiler's own state machines and record members never make these calls.
                if (Banned.TryGetValue($"{call.DeclaringName()}::{call.Name}", out var instead))
                {
                    yield return $"{type.Owner()} calls {call.DeclaringName()}.{call.Name}: {instead}";
                }
            }
        }
    }

    /// <summary>
    /// Waits and timers by another clock than the injected one, which tests move. A limit of effort, such as the patience with a mail server
    /// (CancelAfter), is no time of the trade's and not meant.
    /// </summary>
    public static IEnumerable<string> OtherClocks(Product product)
    {
        foreach (var type in product.Assemblies.SelectMany(Code.AllTypes))
        {
            foreach (var call in type.Bodies().SelectMany(Code.Calls))
            {
                var hasClock = call.Parameters.Any(parameter => parameter.ParameterType.FullName == "System.TimeProvider");
                var found = $"{call.DeclaringName()}::{call.Name}" switch
                {
                    "System.Threading.Tasks.Task::Delay" or "System.Threading.PeriodicTimer::.ctor" => !hasClock,
                    "System.Threading.Timer::.ctor" or "System.Timers.Timer::.ctor" => true,
                    "System.TimeProvider::get_System" => !OwnersOfTheSystemsClock.Contains(type.Owner()),
                    _ => false,
                };
                if (found)
                {
                    yield return $"{type.Owner()} calls {call.DeclaringName()}.{call.Name}: hand it the TimeProvider";
                }
            }
        }
    }

    /// <summary>Modules that talk to a database past the session, which alone knows the tenant.</summary>
    public static IEnumerable<string> OwnSql(Product product)
    {
        foreach (var type in product.In(Place.Core, Place.Module, Place.Theme, Place.Features).SelectMany(Code.AllTypes))
        {
            foreach (var call in type.Bodies().SelectMany(Code.Calls))
            {
                if (Sql.Contains(call.DeclaringName(), StringComparer.Ordinal))
                {
                    yield return $"{type.Owner()} calls {call.DeclaringName()}.{call.Name}";
                }
            }
        }
    }

    private static bool IsRule(TypeDefinition type) =>
        type.IsA("OrchardCore.ContentManagement.ContentElement")
        || type.IsA("OrchardCore.ContentManagement.ContentPart")
        || type.IsA("OrchardCore.ContentManagement.ContentField")
        || (type.IsAbstract && type.IsSealed && type.Name.EndsWith("Lifecycle", StringComparison.Ordinal));
}

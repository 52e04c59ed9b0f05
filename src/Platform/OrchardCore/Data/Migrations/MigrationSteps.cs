using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using OrchardCore.Data.Migration;

namespace PropertySuite.Platform.Data.Migrations;

/// <summary>The steps of a migration class, found by the names of its methods.</summary>
internal sealed class MigrationSteps
{
    private const string UpdatePrefix = "UpdateFrom";

    private static readonly ConcurrentDictionary<Type, MigrationSteps> Known = [];

    private readonly MethodInfo? _create;
    private readonly MethodInfo? _uninstall;
    private readonly Dictionary<int, MethodInfo> _updates = [];

    private MigrationSteps(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(method => method.GetParameters().Length == 0))
        {
            var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
            if (name == "Create")
                _create = Once(type, _create, AnswersVersion(method));
            else if (name == "Uninstall")
                _uninstall = Once(type, _uninstall, method);
            else if (name.StartsWith(UpdatePrefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(UpdatePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var from))
                _updates[from] = Once(type, _updates.GetValueOrDefault(from), AnswersVersion(method));
        }
    }

    /// <summary>The highest n of UpdateFrom{n}; 0 where there is none.</summary>
    public int Last => _updates.Count == 0 ? 0 : _updates.Keys.Max();

    public static MigrationSteps Of(Type type) => Known.GetOrAdd(type, static key => new MigrationSteps(key));

    /// <param name="version">The version reached; null before the first step.</param>
    /// <returns>The name of the step that goes on from there; null where nothing is left to do.</returns>
    public string? NextAfter(int? version) => Method(version)?.Name;

    /// <returns>The version that the step has reached.</returns>
    public async Task<int> RunAsync(IDataMigration migration, int? version)
    {
        var result = Invoke(Method(version)!, migration);
        return result is Task<int> task ? await task : (int)result!;
    }

    public async Task UninstallAsync(IDataMigration migration)
    {
        if (_uninstall is not null && Invoke(_uninstall, migration) is Task task)
            await task;
    }

    private MethodInfo? Method(int? version) => version is { } from ? _updates.GetValueOrDefault(from) : _create;

    private static object? Invoke(MethodInfo method, IDataMigration migration) =>
        method.Invoke(migration, BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture);

    private static MethodInfo AnswersVersion(MethodInfo method) =>
        method.ReturnType == typeof(int) || method.ReturnType == typeof(Task<int>)
            ? method
            : throw new InvalidOperationException($"The migration step '{method.DeclaringType}.{method.Name}' does not answer the version that it reaches.");

    private static MethodInfo Once(Type type, MethodInfo? before, MethodInfo method) =>
        before is null ? method : throw new InvalidOperationException($"The migration '{type}' has the step '{method.Name}' twice.");
}

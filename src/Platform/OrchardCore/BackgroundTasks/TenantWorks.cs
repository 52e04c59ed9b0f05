using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>Everything that a tenant has to do by itself, in one scope.</summary>
internal static class TenantWorks
{
    public static async Task<IReadOnlyList<IDueWork>> AllAsync(IServiceProvider services)
    {
        var works = new List<IDueWork>(services.GetServices<IDueWork>());
        foreach (var source in services.GetServices<IDueWorkSource>())
            works.AddRange(await source.ListAsync());
        return works;
    }

    public static async Task<IDueWork?> FindAsync(IServiceProvider services, string name)
        => (await AllAsync(services)).FirstOrDefault(work => work.Name == name);

    /// <summary>When each work is due, as the scope's database has it.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTime?>> AskAsync(ShellScope scope)
    {
        var due = new Dictionary<string, DateTime?>(StringComparer.Ordinal);
        foreach (var work in await AllAsync(scope.ServiceProvider))
            due[work.Name] = await work.NextDueAsync();
        return due;
    }
}

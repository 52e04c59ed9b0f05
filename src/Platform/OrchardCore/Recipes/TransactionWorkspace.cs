using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;
using YesSql.Internals;

namespace PropertySuite.Platform.Recipes;

/// <summary>
/// A running site's steps in one transaction. They run in a tenant of their own beside the running one, which so keeps its caches to itself;
/// when a step changes the features it is built anew. The running site goes on reading meanwhile; its writers wait.
/// </summary>
internal sealed class TransactionWorkspace : IRecipeWorkspace
{
    private readonly ShellSettings _settings;
    private readonly TenantFactory _factory;
    private readonly IShellHost _host;
    private readonly SiteFolder _folder;
    private readonly SiteTransaction _transaction;
    private readonly ShellDescriptor _before;
    private readonly List<ShellContext> _beside = [];
    private int _builtFor;

    private TransactionWorkspace(ShellSettings settings, TenantFactory factory, IShellHost host, SiteFolder folder, UnitOfWork unit, ShellDescriptor before)
    {
        _settings = settings;
        _factory = factory;
        _host = host;
        _folder = folder;
        _transaction = new SiteTransaction(unit);
        _before = before;
    }

    public static async Task<TransactionWorkspace> OpenAsync(ShellSettings settings, TenantFactory factory, IShellHost host, SiteFolder folder, Store store)
    {
        var unit = store.BeginUnitOfWork();
        try
        {
            await unit.BeginAsync();
            return new TransactionWorkspace(settings, factory, host, folder, unit, await ShellDescriptorStore.ReadAsync(folder.Path));
        }
        catch
        {
            await unit.DisposeAsync();
            throw;
        }
    }

    public async Task RunAsync(Func<IServiceProvider, Task> step)
    {
        _transaction.Enter();
        await InScopeAsync(scope => step(scope.ServiceProvider));
        // Such as the default permissions of a feature that the step has installed.
        while (_transaction.Deferred.TryDequeue(out var deferred)) await InScopeAsync(deferred);
    }

    public async Task CommitAsync()
    {
        var features = _transaction.Features;
        if (features is not null)
        {
            var current = await ShellDescriptorStore.ReadAsync(_folder.Path);
            if (current.SerialNumber != _before.SerialNumber) throw new InvalidOperationException("The features were changed by somebody else in the meantime; nothing was changed.");
            await PrepareAsync(features);
        }
        try
        {
            await _transaction.Unit.CommitTransactionAsync();
        }
        catch
        {
            ShellDescriptorStore.ForgetPending(_folder.Path);
            throw;
        }
        _transaction.End();
        if (features is not null)
        {
            await ShellDescriptorStore.WriteAsync(_folder.Path, features);
            ShellDescriptorStore.ForgetPending(_folder.Path);
        }
        await _transaction.Unit.RunCommittedAsync();
        // What the running tenant has read may be of yesterday, and its features may be others now.
        await _host.ReleaseShellContextAsync(_settings);
    }

    public async ValueTask DisposeAsync()
    {
        _transaction.End();
        await _transaction.Unit.DisposeAsync();
        foreach (var tenant in _beside) await tenant.DisposeAsync();
    }

    // The file comes first: without it nobody would ask for the token.
    private async Task PrepareAsync(ShellDescriptor features)
    {
        var token = IdGenerator.GenerateId();
        await ShellDescriptorStore.PrepareAsync(_folder.Path, features, token);
        _transaction.Enter();
        await InScopeAsync(async scope =>
        {
            var marks = scope.ServiceProvider.GetRequiredService<IDocumentManager<FeaturesMark>>();
            var mark = await marks.GetOrCreateMutableAsync();
            mark.Token = token;
            await marks.UpdateAsync(mark);
        });
    }

    private async Task InScopeAsync(Func<ShellScope, Task> work)
    {
        var features = _transaction.Features ?? _before;
        if (_beside.Count == 0 || features.SerialNumber != _builtFor)
        {
            _beside.Add(_factory.Create(_settings, features));
            _builtFor = features.SerialNumber;
        }
        await _beside[^1].TryCreateScope()!.UsingAsync(work);
    }
}

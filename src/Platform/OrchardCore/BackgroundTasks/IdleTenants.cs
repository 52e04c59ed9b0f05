using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// Lets tenants go that nobody has asked for some time, and at once those that were woken for their own work while many others are awake. Requests
/// that are under way keep their tenant; the next request builds it again.
/// </summary>
internal sealed class IdleTenants(ShellHost host, TimeProvider time, IConfiguration configuration)
{
    /// <summary>Setting: minutes without a request after which a tenant is let go; 0 keeps all of them.</summary>
    public const string SettingKey = "PropertySuite:IdleMinutes";

    private static readonly TimeSpan s_default = TimeSpan.FromMinutes(10);

    // Below this number it is not worth while to close a tenant that is asked for a moment later.
    private const int Few = 20;

    private readonly TimeSpan _limit = double.TryParse(configuration[SettingKey], System.Globalization.CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : s_default;

    /// <param name="agendaOf">What a tenant has to do; null where nothing is known.</param>
    public async Task LetGoAsync(Func<string, Agenda?> agendaOf)
    {
        if (_limit <= TimeSpan.Zero)
            return;

        var awake = host.ListShellContexts().ToArray();
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var context in awake)
        {
            if (!context.Settings.IsRunning() || context.ActiveScopes > 0 || agendaOf(context.Settings.Name) is not { IsBusy: false } agenda || agenda.Due <= now.AddMinutes(1))
                continue;

            var quiet = time.GetElapsedTime(context.LastRequestTimestamp);
            var wasOnlyWoken = context.LastRequestTimestamp == 0 && awake.Length > Few;
            if ((wasOnlyWoken || (quiet >= _limit && time.GetElapsedTime(context.LastUsedTimestamp) >= _limit)) && await host.LetGoIdleAsync(context))
                agenda.Store();
        }
    }
}

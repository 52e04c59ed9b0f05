using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The gate where the guard stands with this device. Chosen once, kept on the device.</summary>
public sealed class GatePost(IHttpContextAccessor accessor, IEntrances entrances, CurrentActor current, IClock clock)
{
    private const string Cookie = "ps-gate";

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow;

    /// <summary>The community's entrances.</summary>
    public Task<IReadOnlyList<EntranceSummary>> ListAsync() => entrances.ListAsync();

    /// <summary>The gate of this device; the only one there is, if there is one only; null when it has to be chosen.</summary>
    public async Task<GatePlace?> FindAsync()
    {
        var all = await entrances.ListAsync();
        var chosen = accessor.HttpContext?.Request.Cookies[Cookie];
        var entrance = all.FirstOrDefault(entrance => entrance.Id == chosen) ?? (all.Count == 1 ? all[0] : null);
        return entrance is null ? null : new GatePlace(entrance.Id, entrance.Name);
    }

    /// <summary>The gate of this device.</summary>
    /// <exception cref="RefusedException">None has been chosen.</exception>
    public async Task<GatePlace> GetAsync() => await FindAsync() ?? throw VisitRefusals.GateMissing.At("EntranceId");

    /// <summary>Chooses the gate of this device.</summary>
    /// <exception cref="RefusedException">There is no such gate.</exception>
    public async Task ChooseAsync(string? entranceId)
    {
        var entrance = (await entrances.ListAsync()).FirstOrDefault(entrance => entrance.Id == entranceId) ?? throw VisitRefusals.GateMissing.At("EntranceId");
        accessor.HttpContext!.Response.Cookies.Append(Cookie, entrance.Id, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = accessor.HttpContext.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(30),
        });
    }

    /// <summary>The person at the gate, for the rules.</summary>
    public async Task<Actor> ActorAsync(GatePlace? gate = null) =>
        (await current.GetAsync(VisitLifecycle.Table.Permissions)).At((gate ?? await FindAsync())?.Name);
}

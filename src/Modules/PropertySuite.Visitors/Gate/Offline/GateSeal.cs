using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Who stood at the gate when a device was last online.</summary>
/// <param name="GuardId">User id.</param>
/// <param name="GuardName">Name, as history keeps it.</param>
/// <param name="SinceUtc">Since when the device may admit without a connection, UTC.</param>
public sealed record GateDuty(string GuardId, string GuardName, DateTime SinceUtc)
{
    /// <summary>Until when; a shift and its overtime. Then the device has to be online once.</summary>
    public DateTime UntilUtc => SinceUtc + GateSeal.Lasts;
}

/// <summary>
/// Seals a duty for the guard's device, so that admissions without a connection name the guard who made them, whoever
/// is signed in when they arrive. The device keeps it and cannot read or change it.
/// </summary>
public sealed class GateSeal(IDataProtectionProvider protection)
{
    /// <summary>How long a device admits without having been online.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(16);

    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Visitors", "GateDuty", "1");

    /// <summary>Seals.</summary>
    public string Seal(Actor guard, DateTime nowUtc) => _protector.Protect(JsonSerializer.Serialize(new GateDuty(guard.Id, guard.Name, nowUtc)));

    /// <summary>Reads a seal; null when it is none of this community's.</summary>
    public GateDuty? Read(string? seal)
    {
        if (string.IsNullOrEmpty(seal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<GateDuty>(_protector.Unprotect(seal));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

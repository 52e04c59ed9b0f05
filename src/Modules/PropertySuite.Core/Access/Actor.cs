namespace PropertySuite.Core;

/// <summary>
/// Who acts: a person who is signed in, or the clock. Handed to rules together with the time, so that a rule can be
/// tested without a host and never asks for an ambient user.
/// </summary>
public sealed class Actor
{
    private readonly IReadOnlySet<string> _permissions;
    private readonly IReadOnlySet<string> _holdings;

    /// <summary>Describes an actor.</summary>
    /// <param name="id">User id; kept in history.</param>
    /// <param name="name">Name as colleagues read it in history.</param>
    /// <param name="permissions">Names of the permissions that were granted; only those that were asked about are known.</param>
    /// <param name="holdings">Ids of what the person holds today, such as units. Null means nothing.</param>
    /// <param name="place">Where the person stands, such as the name of a gate. Null when it does not matter.</param>
    /// <param name="device">Device that the act came from. Null when unknown.</param>
    public Actor(
        string id,
        string name,
        IEnumerable<string>? permissions = null,
        IEnumerable<string>? holdings = null,
        string? place = null,
        string? device = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);

        Id = id;
        Name = name;
        Place = place;
        Device = device;
        _permissions = (permissions ?? []).ToHashSet(StringComparer.Ordinal);
        _holdings = (holdings ?? []).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The clock: acts when a time has come. It has no permissions; a table names it as <see cref="Roles.Clock{T}"/>.</summary>
    public static Actor Clock { get; } = new("clock", "clock");

    /// <summary>The office's policy: a workflow acts as it was told to. It has no permissions; a table names it as <see cref="Roles.Policy{T}"/>.</summary>
    public static Actor Policy { get; } = new("policy", "policy");

    /// <summary>User id, <c>clock</c> or <c>policy</c>.</summary>
    public string Id { get; }

    /// <summary>Name for people.</summary>
    public string Name { get; }

    /// <summary>Gate, desk or other place; null when unknown.</summary>
    public string? Place { get; }

    /// <summary>Device; null when unknown.</summary>
    public string? Device { get; }

    /// <summary>Whether a permission was granted.</summary>
    public bool May(string permission) => _permissions.Contains(permission);

    /// <summary>Whether the person holds something today.</summary>
    public bool Holds(string? id) => id is not null && _holdings.Contains(id);

    /// <summary>The same actor, standing at a place.</summary>
    public Actor At(string? place, string? device = null) => new(Id, Name, _permissions, _holdings, place, device ?? Device);

    /// <summary>The same actor with what he or she holds today.</summary>
    public Actor Holding(IEnumerable<string> holdings) => new(Id, Name, _permissions, holdings, Place, Device);
}

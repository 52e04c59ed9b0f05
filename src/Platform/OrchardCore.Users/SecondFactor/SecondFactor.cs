namespace PropertySuite.Platform.Users;

/// <summary>What is kept of a person's second factor, with the account.</summary>
/// <remarks>Public because the data layer makes it.</remarks>
public class SecondFactor
{
    /// <summary>The app's key, protected with the keys of the site.</summary>
    public string Key { get; set; } = string.Empty;

    public DateTime SinceUtc { get; set; }

    /// <summary>The last step whose code was used; a code serves once.</summary>
    public long UsedStep { get; set; }

    public string CodesSalt { get; set; } = string.Empty;

    /// <summary>Hashes of the recovery codes that were not used yet.</summary>
    public List<string> CodeHashes { get; set; } = [];

    /// <summary>Wrong codes in a row.</summary>
    public int Failures { get; set; }

    /// <summary>No code is looked at before; null: codes are.</summary>
    public DateTime? ClosedUntilUtc { get; set; }
}

/// <summary>What became of a code that somebody typed.</summary>
/// <param name="Wait">How long no code is looked at; zero: they are.</param>
public readonly record struct CodeVerdict(bool IsRight, TimeSpan Wait = default)
{
    public static CodeVerdict Right => new(true);

    public static CodeVerdict Wrong => new(false);
}

/// <summary>What a community asks for beside the password.</summary>
/// <remarks>Public because the data layer makes it.</remarks>
public class SecondFactorSettings
{
    public SecondFactorMode Mode { get; set; } = SecondFactorMode.Offered;

    /// <summary>Names of the roles whose members must have one, where it is required.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>Whether a person may say that a device is their own, so that it is not asked for a code again for a month.</summary>
    public bool MayRememberDevice { get; set; } = true;

    public bool Requires(IEnumerable<string> roles)
        => Mode == SecondFactorMode.Required && roles.Intersect(Roles, StringComparer.OrdinalIgnoreCase).Any();
}

public enum SecondFactorMode
{
    /// <summary>Nobody can set one up; who has one is still asked for it.</summary>
    Off,

    /// <summary>Whoever wants one sets it up.</summary>
    Offered,

    /// <summary>Members of the chosen roles set it up at their next sign-in, and get no further without.</summary>
    Required,
}

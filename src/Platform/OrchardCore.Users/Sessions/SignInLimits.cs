namespace PropertySuite.Platform.Users;

/// <summary>How long a session lasts; read from <c>OrchardCore_Users</c>.</summary>
/// <remarks>Public because the configuration binder sets it.</remarks>
public class SignInLimits
{
    /// <summary>A session that is not used ends after this: a working shift.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A session ends after this however much it is used.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The same for a device that the person asked to remember, such as an owner's own phone.</summary>
    public TimeSpan RememberedIdle { get; set; } = TimeSpan.FromDays(30);

    public TimeSpan RememberedAbsolute { get; set; } = TimeSpan.FromDays(90);
}

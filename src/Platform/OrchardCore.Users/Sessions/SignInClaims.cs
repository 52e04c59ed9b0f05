namespace PropertySuite.Platform.Users;

public static class SignInClaims
{
    /// <summary>Type of the claim that names the session a cookie belongs to.</summary>
    public const string Session = "sid";
}

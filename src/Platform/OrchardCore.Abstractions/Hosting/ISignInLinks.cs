namespace PropertySuite.Platform.Hosting;

/// <summary>Makes links by which a person gets in without a password; asked for at the server's own console only.</summary>
public interface ISignInLinks
{
    /// <param name="role">Whom the link is for, such as <c>manager</c>, <c>desk</c>, <c>guard</c> or <c>owner</c>.</param>
    /// <returns>The link's path and query, beginning with a slash.</returns>
    /// <exception cref="InvalidOperationException">No such link is given here; the message says why and what to do.</exception>
    Task<string> CreateAsync(string role);
}

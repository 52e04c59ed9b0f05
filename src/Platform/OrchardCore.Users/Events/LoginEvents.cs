namespace OrchardCore.Users.Events;

/// <summary>Told of what happens at the sign-in form.</summary>
public interface ILoginFormEvent
{
    /// <summary>Called before the password is looked at; what is reported refuses the attempt.</summary>
    Task LoggingInAsync(string userName, Action<string, string> reportError);

    /// <summary>Called with the person whose password was right; what is reported refuses the attempt.</summary>
    Task ValidatingLoginAsync(IUser user, Action<string, string> reportError) => Task.CompletedTask;

    Task LoggingInFailedAsync(string userName);

    Task LoggingInFailedAsync(IUser user);

    Task IsLockedOutAsync(IUser user);

    Task LoggedInAsync(IUser user);
}

public abstract class LoginFormEventBase : ILoginFormEvent
{
    public virtual Task LoggingInAsync(string userName, Action<string, string> reportError) => Task.CompletedTask;

    public virtual Task ValidatingLoginAsync(IUser user, Action<string, string> reportError) => Task.CompletedTask;

    public virtual Task LoggingInFailedAsync(string userName) => Task.CompletedTask;

    public virtual Task LoggingInFailedAsync(IUser user) => Task.CompletedTask;

    public virtual Task IsLockedOutAsync(IUser user) => Task.CompletedTask;

    public virtual Task LoggedInAsync(IUser user) => Task.CompletedTask;
}

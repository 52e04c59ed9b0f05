using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Platform.Users;

/// <summary>What is wrong with an account, in the reader's language.</summary>
public sealed class AccountErrors(IStringLocalizer<AccountErrors> S) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), S["The account could not be saved."]);

    public override IdentityError ConcurrencyFailure()
        => Error(nameof(ConcurrencyFailure), S["Somebody else changed this account in the meantime. Open it again and compare."]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), S["The current password is not right."]);

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), S["This link is no longer valid. Ask for a new one."]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), S["Enter a user name."]);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), S["Enter an e-mail address such as name@example.org."]);

    public override IdentityError DuplicateUserName(string userName)
        => Error(nameof(DuplicateUserName), S["The user name {0} is taken. Choose another one.", userName]);

    public override IdentityError DuplicateEmail(string email)
        => Error(nameof(DuplicateEmail), S["The e-mail address {0} belongs to another account.", email]);

    public override IdentityError InvalidRoleName(string? role) => Error(nameof(InvalidRoleName), S["Enter a name for the role."]);

    public override IdentityError DuplicateRoleName(string role) => Error(nameof(DuplicateRoleName), S["There is a role {0} already.", role]);

    public override IdentityError UserAlreadyHasPassword()
        => Error(nameof(UserAlreadyHasPassword), S["This account has a password already."]);

    public IdentityError PasswordTooShort(int length, int minimum)
        => Error("PasswordTooShort", S["The password has {0} characters; use {1} or more.", length, minimum]);

    public IdentityError PasswordTooLong(int maximum) => Error("PasswordTooLong", S["The password is too long; use {0} characters or fewer.", maximum]);

    public IdentityError PasswordCommon() => Error("PasswordCommon", S["This password is among the first that a stranger would try. Choose another one."]);

    public IdentityError PasswordIsName() => Error("PasswordIsName", S["The password must not be the user name or the e-mail address."]);

    public IdentityError UserNameTooLong(int maximum) => Error("UserNameTooLong", S["The user name is too long; use {0} characters or fewer.", maximum]);

    private static IdentityError Error(string code, LocalizedString text) => new() { Code = code, Description = text.Value };
}

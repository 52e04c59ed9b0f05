using System.Text;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>Length counts, and not being guessable; which characters it is made of does not (ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.9).</summary>
public sealed class PasswordPolicy(AccountErrors errors) : IPasswordValidator<IUser>
{
    public const int MinimumLength = 8;
    public const int MaximumLength = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<IUser> manager, IUser user, string? password)
        => Task.FromResult(Check(password ?? string.Empty, (User)user) is { } error ? IdentityResult.Failed(error) : IdentityResult.Success);

    public IdentityError? Check(string password, User? user)
    {
        var length = password.EnumerateRunes().Count();
        return length switch
        {
            < MinimumLength => errors.PasswordTooShort(length, MinimumLength),
            > MaximumLength => errors.PasswordTooLong(MaximumLength),
            _ when user is not null && IsNameOf(user, password) => errors.PasswordIsName(),
            _ when CommonPasswords.Contains(password) => errors.PasswordCommon(),
            _ => null,
        };
    }

    private static bool IsNameOf(User user, string password)
        => password.Equals(user.UserName, StringComparison.OrdinalIgnoreCase) || password.Equals(user.Email, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Writes characters one way before hashing, since two keyboards may send the same letter as one code point or as two.</summary>
internal sealed class NormalizingPasswordHasher(Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options) : PasswordHasher<IUser>(options)
{
    public override string HashPassword(IUser user, string password) => base.HashPassword(user, Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(IUser user, string hashedPassword, string providedPassword)
        => base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    private static string Normal(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised; it is hashed as it came.
            return password;
        }
    }
}

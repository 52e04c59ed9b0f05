using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>A name is needed and belongs to one person; so does an e-mail address, if there is one. Any script will do.</summary>
internal sealed class AccountValidator(AccountErrors errors) : IUserValidator<IUser>
{
    private const int MaximumLength = 255;

    public async Task<IdentityResult> ValidateAsync(UserManager<IUser> manager, IUser user)
    {
        var account = (User)user;
        var found = new List<IdentityError>();
        if (string.IsNullOrWhiteSpace(account.UserName) || account.UserName.Any(char.IsControl))
        {
            found.Add(errors.InvalidUserName(account.UserName));
        }
        else if (account.UserName.Length > MaximumLength)
        {
            found.Add(errors.UserNameTooLong(MaximumLength));
        }
        else if (await manager.FindByNameAsync(account.UserName) is User named && named.UserId != account.UserId)
        {
            found.Add(errors.DuplicateUserName(account.UserName));
        }

        if (!string.IsNullOrEmpty(account.Email))
        {
            if (!IsAddress(account.Email))
            {
                found.Add(errors.InvalidEmail(account.Email));
            }
            else if (await manager.FindByEmailAsync(account.Email) is User addressed && addressed.UserId != account.UserId)
            {
                found.Add(errors.DuplicateEmail(account.Email));
            }
        }

        return found.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. found]);
    }

    private static bool IsAddress(string email)
        => email.Length <= MaximumLength
            && MailAddress.TryCreate(email, out var address)
            && address.Address == email
            && address.Host.Contains('.', StringComparison.Ordinal);
}

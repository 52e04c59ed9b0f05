using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Features.Users;

/// <summary>The recipe step <c>Users</c>: accounts by name, with their roles. It brings no passwords; people choose their own.</summary>
internal sealed class UsersStep(UserManager<IUser> users) : NamedRecipeStepHandler("Users")
{
    private static readonly string[] Refused = [nameof(User.PasswordHash), nameof(User.SecurityStamp), nameof(User.ResetToken), "Password"];

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        if (context.Step["Users"] is not JsonArray entries)
        {
            context.Errors.Add("The step needs a list 'Users'.");
            return;
        }

        foreach (var (entry, index) in entries.Select((entry, index) => (entry, index)))
        {
            var error = entry is JsonObject account ? await ApplyAsync(account) : "must be an object.";
            if (error is not null)
            {
                context.Errors.Add($"Users[{index}]: {error}");
                return;
            }
        }
    }

    private async Task<string?> ApplyAsync(JsonObject entry)
    {
        if (Array.Find(Refused, name => entry[name] is not null) is { } refused)
        {
            return $"'{refused}' is refused: a recipe brings no passwords.";
        }

        User? given;
        try
        {
            given = entry.Deserialize<User>(JOptions.Default);
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }

        if (given is null || string.IsNullOrWhiteSpace(given.UserName))
        {
            return "'UserName' is missing.";
        }

        var known = (User?)await users.FindByNameAsync(given.UserName);
        var user = known ?? new User { UserName = given.UserName, UserId = given.UserId };
        user.Email = given.Email;
        user.EmailConfirmed = given.EmailConfirmed;
        user.PhoneNumber = given.PhoneNumber;
        user.IsEnabled = given.IsEnabled;
        user.RoleNames = given.RoleNames;
        user.Properties = given.Properties;
        var result = known is null ? await users.CreateAsync(user) : await users.UpdateAsync(user);
        return result.Succeeded ? null : string.Join(" ", result.Errors.Select(error => error.Description));
    }
}

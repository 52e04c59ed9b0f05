using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Security.Services;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>The accounts of a site, for those who look after them.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
[Admin("Users/{action}/{id?}", "Users{action}")]
[Requires("ListUsers")]
public sealed class AdminController(
    UserList list,
    UserManager<IUser> users,
    IUserService userService,
    IRoleService roles,
    AccessLinks links,
    SignInSessions sessions,
    SecondFactors factors,
    IAuthorizationService authorization,
    ISiteService sites,
    ILocalClock localClock,
    IShapeFactory shapes,
    IEnumerable<IMessenger> messengers,
    IClock clock,
    INotifier notifier,
    IStringLocalizer<AdminController> S,
    IHtmlLocalizer<AdminController> H) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(UsersPage page, PagerParameters pagerParameters)
    {
        var pager = new Pager(pagerParameters, (await sites.GetSiteSettingsAsync()).PageSize);
        pager.PageSize = Math.Min(pager.PageSize, 100);
        var (found, total) = await list.FindAsync(page.Q, page.Role, page.State, pager.GetStartIndex(), pager.PageSize);
        page.Rows = [.. found.Select(user => new UserRow(user.UserId, user.UserName, user.Email, [.. user.RoleNames], StateOf(user)))];
        page.Total = total;
        page.Roles = [.. (await roles.GetAssignableRolesAsync()).Select(role => role.RoleName)];
        page.Pager = await shapes.CreateAsync("Pager", Arguments.From(new { pager.Page, pager.PageSize, TotalItemCount = total }));
        return View(page);
    }

    [HttpGet, Requires("EditUsers")]
    public async Task<IActionResult> Invite() => View(new InviteForm { Assignable = await AssignableAsync() });

    [HttpPost, Requires("EditUsers")]
    public async Task<IActionResult> Invite(InviteForm form)
    {
        form.Assignable = await AssignableAsync();
        var user = new User
        {
            UserName = string.IsNullOrWhiteSpace(form.UserName) ? form.Email?.Trim() ?? string.Empty : form.UserName.Trim(),
            Email = string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim(),
            RoleNames = [.. form.Roles.Intersect(form.Assignable, StringComparer.OrdinalIgnoreCase)],
        };
        if (await userService.CreateUserAsync(user, null, ModelState.AddModelError) is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        return await InvitationAsync(user);
    }

    /// <summary>Makes a new invitation; earlier ones stop working.</summary>
    [HttpPost, Requires("EditUsers")]
    public async Task<IActionResult> Reinvite(string id)
        => await FindAsync(id) is not { } user ? NotFound() : !await MayEditAsync(user) ? Forbid() : await InvitationAsync(user);

    [HttpGet, Requires("EditUsers")]
    public async Task<IActionResult> Edit(string id)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        return View(await FillAsync(new UserForm { UserName = user.UserName, Email = user.Email, Roles = [.. user.RoleNames] }, user));
    }

    [HttpPost, Requires("EditUsers")]
    public async Task<IActionResult> Edit(string id, UserForm form)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        if (!await MayEditAsync(user))
        {
            return Forbid();
        }

        var assignable = await AssignableAsync();

        // A role that this editor may not give may not be taken away either.
        string[] wanted = [.. user.RoleNames.Except(assignable, StringComparer.OrdinalIgnoreCase), .. form.Roles.Intersect(assignable, StringComparer.OrdinalIgnoreCase)];
        if (await IsLastAdministratorAsync(user) && !wanted.Contains("Administrator", StringComparer.OrdinalIgnoreCase))
        {
            ModelState.AddModelError(nameof(form.Roles), S["This is the last administrator. Give the role to somebody else first."]);
        }

        if (ModelState.IsValid)
        {
            user.UserName = form.UserName?.Trim() ?? string.Empty;
            user.Email = string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim();
            user.RoleNames = wanted;
            var result = await users.UpdateAsync(user);
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(error.Code.Contains("Email", StringComparison.Ordinal) ? nameof(form.Email) : nameof(form.UserName), error.Description);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(await FillAsync(form, user));
        }

        await notifier.SuccessAsync(H["The account {0} is saved.", user.UserName]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost, Requires("EditUsers")]
    public Task<IActionResult> Enable(string id) => ActAsync(id, async user =>
    {
        await userService.EnableAsync(user);
        await notifier.SuccessAsync(H["{0} may sign in again.", user.UserName]);
    });

    [HttpPost, Requires("EditUsers")]
    public Task<IActionResult> Disable(string id) => ActAsync(id, async user =>
    {
        if (user.UserId == users.GetUserId(User) || await IsLastAdministratorAsync(user))
        {
            await notifier.ErrorAsync(H["{0} cannot be disabled: it is your own account, or the last administrator's.", user.UserName]);
            return;
        }

        await userService.DisableAsync(user);
        await sessions.EndAllAsync(user.UserId);
        await notifier.SuccessAsync(H["{0} may no longer sign in, and is signed out everywhere.", user.UserName]);
    });

    [HttpPost, Requires("EditUsers")]
    public Task<IActionResult> EndSessions(string id) => ActAsync(id, async user =>
    {
        await sessions.EndAllAsync(user.UserId);
        await notifier.SuccessAsync(H["{0} is signed out everywhere.", user.UserName]);
    });

    /// <summary>For somebody who has lost the phone and the recovery codes.</summary>
    [HttpPost, Requires("DisableTwoFactorAuthenticationForUsers")]
    public Task<IActionResult> ResetSecondFactor(string id) => ActAsync(id, async user =>
    {
        if (SecondFactors.Has(user))
        {
            await factors.TurnOffAsync(user, AccountEvents.SecondFactorReset);
            await sessions.EndAllAsync(user.UserId);
            await notifier.SuccessAsync(H["The second factor of {0} is reset, and the person is signed out everywhere.", user.UserName]);
        }
    });

    private async Task<IActionResult> ActAsync(string id, Func<User, Task> act)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        if (!await MayEditAsync(user))
        {
            return Forbid();
        }

        await act(user);
        return RedirectToAction(nameof(Edit), new { id });
    }

    private async Task<ViewResult> InvitationAsync(User user)
    {
        var token = await links.CreateAsync(user, AccessLinkKind.Invitation);
        var link = Url.Action("Index", "Invitation", new { area = "OrchardCore.Users", token }, Request.Scheme, Request.Host.Value)!;
        var isMailed = user.Email is { Length: > 0 } email && messengers.FirstOrDefault() is { } messenger
            && await messenger.MailAsync(
                user.PasswordHash is null ? UserMessages.Invitation : UserMessages.NewPassword,
                new MessageRecipient(email, SavedLanguage.Of(user)),
                UserMessages.Model(user.UserName, link, clock.UtcNow + AccessLinks.InvitationLife));
        return View("Invited", new InvitationMade(user.UserId, user.UserName, link, (int)AccessLinks.InvitationLife.TotalDays, isMailed ? user.Email : null));
    }

    private async Task<UserForm> FillAsync(UserForm form, User user)
    {
        form.UserId = user.UserId;
        form.State = StateOf(user);
        form.Assignable = await AssignableAsync();
        form.IsMe = user.UserId == users.GetUserId(User);
        var rows = new List<SessionRow>();
        foreach (var known in await sessions.OfAsync(user.UserId))
        {
            rows.Add(new SessionRow(known.SessionId, known.Device, await localClock.ConvertToLocalAsync(known.CreatedUtc), false));
        }

        form.Sessions = rows;
        form.HasSecondFactor = SecondFactors.Has(user);
        form.MayReset = !form.IsMe && await authorization.AuthorizeAsync(User, UsersPermissions.DisableTwoFactorAuthenticationForUsers);
        var history = new List<AccountEventRow>();
        foreach (var line in AccountHistory.Of(user).Take(10))
        {
            history.Add(new AccountEventRow(line.What, line.ByName, await localClock.ConvertToLocalAsync(line.AtUtc)));
        }

        form.History = history;
        return form;
    }

    private async Task<User?> FindAsync(string? id) => string.IsNullOrEmpty(id) ? null : (User?)await users.FindByIdAsync(id);

    /// <summary>Only who may do everything may change the account of one who may.</summary>
    private async Task<bool> MayEditAsync(User user)
        => !(user.RoleNames.Contains("Administrator", StringComparer.OrdinalIgnoreCase)
                || user.UserId == (await sites.GetSiteSettingsAsync()).SuperUser)
            || await authorization.AuthorizeAsync(User, OrchardCore.Security.StandardPermissions.SiteOwner);

    private async Task<IReadOnlyList<string>> AssignableAsync()
    {
        var all = await authorization.AuthorizeAsync(User, OrchardCore.Security.StandardPermissions.SiteOwner);
        var names = new List<string>();
        foreach (var role in await roles.GetAssignableRolesAsync())
        {
            if (await roles.IsAdminRoleAsync(role.RoleName)
                ? all
                : await authorization.AuthorizeAsync(User, UsersPermissions.CreateAssignRoleToUsersPermission(role.RoleName)))
            {
                names.Add(role.RoleName);
            }
        }

        return names;
    }

    private async Task<bool> IsLastAdministratorAsync(User user)
        => user.RoleNames.Contains("Administrator", StringComparer.OrdinalIgnoreCase)
            && !(await users.GetUsersInRoleAsync("Administrator")).OfType<User>().Any(other => other.UserId != user.UserId && other.IsEnabled);

    private static AccountState StateOf(User user)
        => !user.IsEnabled ? AccountState.Disabled : user.PasswordHash is null ? AccountState.Invited : AccountState.Enabled;
}

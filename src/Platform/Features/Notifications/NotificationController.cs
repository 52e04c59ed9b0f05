using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>What a person has been told, for that person alone.</summary>
[Area("OrchardCore.Notifications")]
[Route("Notifications")]
[Requires("ManageOwnUserInformation")]
public sealed class NotificationController(
    YesSql.ISession session,
    IUserService users,
    IEnumerable<INotificationMethodProvider> methods,
    CommunityTimes times,
    IClock clock,
    INotifier notifier,
    IHtmlLocalizer<NotificationController> H) : Controller
{
    private const int PageSize = 20;

    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    [HttpGet("")]
    public async Task<IActionResult> Index(bool unread, string? q, int page = 1)
    {
        var (userId, text) = (UserId, SearchText.Fold(q));
        IQuery<Notification, NotificationIndex> Query()
        {
            var query = session.Query<Notification, NotificationIndex>(row => row.UserId == userId);
            if (unread)
                query = query.Where(row => !row.IsRead);
            return text.Length > 0 ? query.Where(row => row.Content!.Contains(text)) : query;
        }

        var total = await Query().CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var time = await times.GetAsync();
        var rows = await Query().OrderByDescending(row => row.CreatedAtUtc).Skip((page - 1) * PageSize).Take(PageSize).ListAsync();
        return View(new NotificationsPage(
            [.. rows.Select(row => new NotificationRow(row.NotificationId, row.Subject, row.Summary, Moments.Short(time.At(row.CreatedUtc)), row.As<NotificationReadInfo>().IsRead))],
            unread,
            q,
            page,
            pages,
            await session.QueryIndex<NotificationIndex>(row => row.UserId == userId && !row.IsRead).CountAsync()));
    }

    [HttpPost("{id}/Read")]
    public async Task<IActionResult> Read(string id)
    {
        if (await FindAsync(id) is not { } notification)
            return NotFound();
        await MarkAsync(notification);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("Read")]
    public async Task<IActionResult> ReadAll()
    {
        var userId = UserId;
        foreach (var notification in await session.Query<Notification, NotificationIndex>(row => row.UserId == userId && !row.IsRead).Take(500).ListAsync())
            await MarkAsync(notification);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{id}/Delete")]
    public async Task<IActionResult> Delete(string id)
    {
        if (await FindAsync(id) is not { } notification)
            return NotFound();
        session.Delete(notification);
        await notifier.SuccessAsync(H["The notification is deleted."]);
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("Ways")]
    public async Task<IActionResult> Ways()
    {
        if (await users.GetAuthenticatedUserAsync(User) is not User user)
            return NotFound();
        var without = user.As<NotificationPreferences>().Without;
        return View(new NotificationWays([.. methods.Select(method => new NotificationWay(method.Method, method.Name, !without.Contains(method.Method)))], user.Email));
    }

    [HttpPost("Ways")]
    public async Task<IActionResult> Ways(string[] wanted)
    {
        if (await users.GetAuthenticatedUserAsync(User) is not User user)
            return NotFound();
        user.Put(new NotificationPreferences { Without = [.. methods.Select(method => method.Method).Where(method => !wanted.Contains(method))] });
        await session.SaveAsync(user);
        await notifier.SuccessAsync(H["Your choice is saved."]);
        return RedirectToAction(nameof(Ways));
    }

    /// <summary>Somebody else's is not there.</summary>
    private async Task<Notification?> FindAsync(string id)
    {
        var userId = UserId;
        return await session.Query<Notification, NotificationIndex>(row => row.NotificationId == id && row.UserId == userId).FirstOrDefaultAsync();
    }

    private async Task MarkAsync(Notification notification)
    {
        if (notification.As<NotificationReadInfo>().IsRead)
            return;
        notification.Put(new NotificationReadInfo { IsRead = true, ReadAtUtc = clock.UtcNow });
        await session.SaveAsync(notification);
    }
}

public sealed record NotificationsPage(IReadOnlyList<NotificationRow> Rows, bool UnreadOnly, string? Text, int Page, int Pages, int Unread);

public sealed record NotificationRow(string Id, string? Subject, string? Summary, string At, bool IsRead);

public sealed record NotificationWays(IReadOnlyList<NotificationWay> Ways, string? Email);

/// <param name="Name">In the reader's language.</param>
public sealed record NotificationWay(string Method, string Name, bool IsWanted);

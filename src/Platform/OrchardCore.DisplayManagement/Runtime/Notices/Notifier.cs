#nullable enable
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace PropertySuite.Platform.Display.Notices;

internal sealed class Notifier : INotifier
{
    private readonly List<NotifyEntry> _entries = [];

    public ValueTask AddAsync(NotifyType type, LocalizedHtmlString message)
    {
        _entries.Add(new NotifyEntry { Type = type, Message = message });
        return ValueTask.CompletedTask;
    }

    public IList<NotifyEntry> List() => _entries;
}

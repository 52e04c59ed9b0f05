using OrchardCore.Navigation;

namespace PropertySuite.Office.Frame;

/// <summary>The signs in <c>wwwroot/icons.svg</c>.</summary>
public static class Icons
{
    /// <summary>Every id that may be asked for.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "attach", "back", "bell", "block", "book", "building", "calendar", "camera", "car", "check", "clipboard", "clock", "close", "columns",
        "complaints", "content", "contractors", "copy", "decoration", "dot", "down", "download", "edit", "energy", "eye", "fees",
        "filter", "fire", "flag", "fold", "folder", "forward", "help", "home", "inbox", "info", "keyboard", "keys", "language", "leave", "link", "list", "lock",
        "mail", "map", "megaphone", "menu", "merge", "message", "minus", "modules", "more", "offline", "panel", "parcels", "parking", "people",
        "person", "phone", "plus", "print", "qr", "receipt", "reports", "roles", "search", "send", "settings", "share", "shield", "sun", "theme",
        "today", "torch", "trash", "undo", "unfold", "units", "up", "visits", "warning", "water", "work-orders", "workflows",
    };

    // Ids that modules and stock features give to their entries.
    private static readonly Dictionary<string, string> Stock = new(StringComparer.OrdinalIgnoreCase)
    {
        ["access-control"] = "lock",
        ["activities"] = "calendar",
        ["checklists"] = "clipboard",
        ["documents"] = "folder",
        ["inspections"] = "clipboard",
        ["money"] = "fees",
        ["notices"] = "megaphone",
        ["queue"] = "inbox",
        ["subcontractors"] = "contractors",
        ["system"] = "modules",
        ["accesscontrol"] = "lock",
        ["configuration"] = "settings",
        ["contentdefinition"] = "content",
        ["contentitems"] = "content",
        ["contenttypes"] = "content",
        ["design"] = "edit",
        ["features"] = "modules",
        ["general"] = "settings",
        ["languages"] = "language",
        ["localization"] = "language",
        ["recipes"] = "book",
        ["security"] = "shield",
        ["tenants"] = "building",
        ["themes"] = "theme",
        ["tools"] = "work-orders",
        ["users"] = "people",
    };

    /// <summary>The sign of a menu entry: its class <c>icon-NAME</c>, else its id, else a dot.</summary>
    public static string Of(MenuItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var asked = item.Classes
            .Where(name => name.StartsWith("icon-", StringComparison.Ordinal))
            .Select(name => name[(name.StartsWith(NavigationConstants.CssClassPrefix, StringComparison.Ordinal) ? NavigationConstants.CssClassPrefix.Length : 5)..]);
        foreach (var name in asked.Append(item.Id ?? string.Empty))
        {
            if (Names.Contains(name))
            {
                return name;
            }

            if (Stock.TryGetValue(name, out var stock))
            {
                return stock;
            }
        }

        return "dot";
    }
}

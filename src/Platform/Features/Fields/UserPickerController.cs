using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>What a picker of accounts offers while somebody types.</summary>
[Area("OrchardCore.Users")]
[Requires("AccessAdminPanel")]
public sealed class UserPickerController(UserFinder finder) : Controller
{
    private const int Suggestions = 20;

    /// <param name="part">Name of the part that the field belongs to.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="q">What was typed.</param>
    [HttpGet]
    [Admin("ContentFields/SearchUsers", "SearchUsers")]
    public async Task<IActionResult> Search(string part, string field, string? q)
    {
        if (string.IsNullOrEmpty(part) || string.IsNullOrEmpty(field) || await finder.FieldAsync(part, field) is not { } definition)
        {
            return NotFound();
        }

        return Json((await finder.FindAsync(definition, q, Suggestions)).Select(user => new { id = user.UserId, displayText = user.UserName }));
    }
}

using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Shows a visitor's photo to those who see visits or stand at the gate, and leaves no copy on the way.</summary>
public sealed class VisitPhotoController(VisitPhotos photos) : Controller
{
    /// <summary>On the record.</summary>
    [HttpGet, Admin("Visits/Record/{visitId}/Photo", "VisitPhoto"), Requires(VisitPermissions.View)]
    public Task<IActionResult> Record(string visitId) => ShowAsync(visitId);

    /// <summary>At the gate.</summary>
    [HttpGet, Admin("Visits/Gate/{visitId}/Photo", "GatePhoto"), Requires(VisitPermissions.Operate)]
    public Task<IActionResult> Gate(string visitId) => ShowAsync(visitId);

    private async Task<IActionResult> ShowAsync(string visitId)
    {
        if (await photos.OfAsync(visitId) is not { } photo)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(photo.Bytes, photo.MediaType);
    }
}

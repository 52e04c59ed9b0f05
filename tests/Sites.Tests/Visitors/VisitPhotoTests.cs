using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sites.Tests.Visitors;

[Collection(CommunitySiteCollection.Name)]
public sealed partial class VisitPhotoTests(CommunitySite site)
{
    private const string Form = "/Admin/Visits/WalkIn";

    private static readonly (string Name, string Value)[] Typed =
        [("Unit", "b7c"), ("Name", "Berta Foto"), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true")];

    [Fact]
    public async Task A_photo_taken_at_the_desk_is_seen_by_staff_only_and_leaves_no_copy()
    {
        using var desk = await site.SignInAsync("desk");
        var picture = FormFile.Jpeg();
        // What the browser claims about the file is not believed.
        using var registered = await FormFile.SendAsync(desk, Form, "Photo", picture, "page.html", "text/html", Typed);
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var visitId = registered.Headers.Location!.ToString().Split('/')[^2];

        foreach (var place in new[] { $"/Admin/Visits/Record/{visitId}", $"/Admin/Visits/Gate/{visitId}" })
        {
            Assert.Contains($"{place}/Photo", await desk.ReadAsync(place), StringComparison.Ordinal);
            using var shown = await desk.GetAsync($"{place}/Photo");
            Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.ToString());
            Assert.Equal(picture, await shown.Content.ReadAsByteArrayAsync());
            Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        }

        using var owner = await site.SignInAsync("owner");
        using var refused = await owner.GetAsync($"/Admin/Visits/Record/{visitId}/Photo");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        using var nobody = site.Anonymous();
        using var unknown = await nobody.GetAsync($"/Admin/Visits/Gate/{visitId}/Photo");
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", 0)]
    [InlineData("GIF89a", 0)]
    [InlineData("JPEG", (2 * 1024 * 1024) + 1)]
    public async Task What_is_no_picture_or_too_large_is_said_beside_the_field_and_nothing_typed_is_lost(string beginning, int length)
    {
        using var desk = await site.SignInAsync("desk");
        var bytes = length > 0 ? FormFile.Jpeg(length) : Encoding.ASCII.GetBytes(beginning);

        using var answer = await FormFile.SendAsync(desk, Form, "Photo", bytes, "photo.jpg", "image/jpeg", Typed);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Photo-error\"", page, StringComparison.Ordinal);
        Assert.Contains("Berta Foto", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"HeldPhoto\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_of_two_megabytes_is_just_small_enough()
    {
        using var desk = await site.SignInAsync("desk");

        using var answer = await FormFile.SendAsync(desk, Form, "Photo", FormFile.Jpeg(2 * 1024 * 1024), "photo.jpg", "image/jpeg", Typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_photo_is_not_lost_when_another_field_is_wrong()
    {
        using var desk = await site.SignInAsync("desk");
        var unseen = Typed.Where(field => field.Name != "IdentitySeen").ToArray();
        using var refused = await FormFile.SendAsync(desk, Form, "Photo", FormFile.Jpeg(777), "photo.jpg", "image/jpeg", unseen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var key = Held().Match(await refused.Content.ReadAsStringAsync()).Groups["key"].Value;

        using var registered = await desk.SubmitAsync(Form, Form, [.. Typed, ("HeldPhoto", key)]);

        var visitId = registered.Headers.Location!.ToString().Split('/')[^2];
        using var shown = await desk.GetAsync($"/Admin/Visits/Record/{visitId}/Photo");
        Assert.Equal(777, (await shown.Content.ReadAsByteArrayAsync()).Length);

        // A key opens once: the photo belongs to its visit now.
        using var other = await desk.SubmitAsync(Form, Form, [.. Typed, ("HeldPhoto", key)]);
        using var none = await desk.GetAsync($"/Admin/Visits/Record/{other.Headers.Location!.ToString().Split('/')[^2]}/Photo");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [GeneratedRegex("name=\"HeldPhoto\" value=\"(?<key>[^\"]+)\"")]
    private static partial Regex Held();
}

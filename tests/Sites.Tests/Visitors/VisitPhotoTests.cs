using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PropertySuite.Core;
using PropertySuite.Visitors;
using SkiaSharp;

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
            using var print = SKBitmap.Decode(await shown.Content.ReadAsByteArrayAsync());
            Assert.Equal((40, 30), (print.Width, print.Height));
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
    [InlineData("JPEG", (8 * 1024 * 1024) + 1)]
    [InlineData("\u00ff\u00d8\u00ff\u00e0 and nothing more of a picture", 0)]
    public async Task What_is_no_picture_or_too_large_is_said_beside_the_field_and_nothing_typed_is_lost(string beginning, int length)
    {
        using var desk = await site.SignInAsync("desk");
        var bytes = length > 0 ? FormFile.Long(length) : Encoding.Latin1.GetBytes(beginning);

        using var answer = await FormFile.SendAsync(desk, Form, "Photo", bytes, "photo.jpg", "image/jpeg", Typed);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Photo-error\"", page, StringComparison.Ordinal);
        Assert.Contains("Berta Foto", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"HeldPhoto\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_of_eight_megabytes_is_just_small_enough_and_kept_as_a_few_kilobytes()
    {
        using var desk = await site.SignInAsync("desk");

        using var answer = await FormFile.SendAsync(desk, Form, "Photo", FormFile.Long(8 * 1024 * 1024), "photo.jpg", "image/jpeg", Typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var shown = await desk.GetAsync($"/Admin/Visits/Record/{answer.Headers.Location!.ToString().Split('/')[^2]}/Photo");
        Assert.InRange((await shown.Content.ReadAsByteArrayAsync()).Length, 100, 10_000);
    }

    [Fact]
    public void A_large_photo_is_drawn_small_upright_and_without_what_the_camera_wrote_beside_it()
    {
        // EXIF: "turned by 90 degrees", and a word that stands for a place.
        byte[] exif = [0xFF, 0xE1, 0x00, 0x2C, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. "GPS-40.4168N"u8];
        var taken = FormFile.Jpeg(2600, 1300);
        byte[] file = [.. taken[..2], .. exif, .. taken[2..]];

        var kept = PhotoPrint.Of(file, "Photo");

        using var print = SKBitmap.Decode(kept);
        Assert.Equal((640, 1280), (print.Width, print.Height));
        Assert.True(kept.AsSpan().IndexOf("GPS-40.4168N"u8) < 0);
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public void A_picture_that_was_cut_off_is_refused()
    {
        var taken = FormFile.Jpeg(800, 600);

        Assert.Equal("attachment.broken", Assert.Throws<RefusedException>(() => PhotoPrint.Of(taken[..(taken.Length / 2)], "Photo")).Code);
    }

    [Fact]
    public async Task A_photo_is_not_lost_when_another_field_is_wrong()
    {
        using var desk = await site.SignInAsync("desk");
        var unseen = Typed.Where(field => field.Name != "IdentitySeen").ToArray();
        using var refused = await FormFile.SendAsync(desk, Form, "Photo", FormFile.Jpeg(77, 50), "photo.jpg", "image/jpeg", unseen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var key = Held().Match(await refused.Content.ReadAsStringAsync()).Groups["key"].Value;

        using var registered = await desk.SubmitAsync(Form, Form, [.. Typed, ("HeldPhoto", key)]);

        var visitId = registered.Headers.Location!.ToString().Split('/')[^2];
        using var shown = await desk.GetAsync($"/Admin/Visits/Record/{visitId}/Photo");
        using var print = SKBitmap.Decode(await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(77, print.Width);

        // A key opens once: the photo belongs to its visit now.
        using var other = await desk.SubmitAsync(Form, Form, [.. Typed, ("HeldPhoto", key)]);
        using var none = await desk.GetAsync($"/Admin/Visits/Record/{other.Headers.Location!.ToString().Split('/')[^2]}/Photo");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [GeneratedRegex("name=\"HeldPhoto\" value=\"(?<key>[^\"]+)\"")]
    private static partial Regex Held();
}

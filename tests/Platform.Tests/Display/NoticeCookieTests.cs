using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Platform.Display.Notices;

namespace Platform.Tests.Display;

public sealed class NoticeCookieTests
{
    private readonly NoticeCookie _cookie = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_notice_survives_the_way_to_the_browser_and_back()
    {
        var value = Written(new NotifyEntry { Type = NotifyType.Warning, Message = new HtmlString("<b>Late</b>") });

        var read = Assert.Single(_cookie.Read(With(value)));
        Assert.Equal(NotifyType.Warning, read.Type);
        Assert.Equal("<b>Late</b>", read.ToHtmlString(System.Text.Encodings.Web.HtmlEncoder.Default));
        Assert.DoesNotContain("Late", value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public void A_cookie_that_is_not_ours_shows_nothing(string value) => Assert.Empty(_cookie.Read(With(value)));

    [Fact]
    public void A_changed_cookie_shows_nothing()
    {
        var value = Written(new NotifyEntry { Message = new HtmlString("ok") });
        Assert.Empty(_cookie.Read(With(value[..^2] + (value[^2] == 'A' ? "BB" : "AA"))));
    }

    [Fact]
    public void Many_notices_still_fit_into_a_cookie()
    {
        var entries = Enumerable.Range(1, 100).Select(n => new NotifyEntry { Message = new HtmlString($"Notice number {n} of a long import") }).ToArray();

        var value = Written(entries);
        Assert.True(value.Length < 4000);
        Assert.Contains("number 100 ", _cookie.Read(With(value))[^1].ToHtmlString(System.Text.Encodings.Web.HtmlEncoder.Default), StringComparison.Ordinal);
    }

    private string Written(params NotifyEntry[] entries)
    {
        var context = new DefaultHttpContext();
        _cookie.Write(context, entries);
        var header = context.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", header, StringComparison.Ordinal);
        return header.Split(';')[0]["orch_notify=".Length..];
    }

    private static DefaultHttpContext With(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = "orch_notify=" + cookie;
        return context;
    }
}

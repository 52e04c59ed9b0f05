using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace PropertySuite.Platform.Errors;

/// <summary>What an error page says: what has happened, what can be done, and the reference under which the log has it.</summary>
internal sealed record ErrorPage(int Status, string Title, string WhatHappened, string WhatToDo, string Reference)
{
    /// <summary>The English texts, which are the keys of the translations.</summary>
    public static ErrorPage Of(int status, string reference) => status switch
    {
        400 => new(status, "This request cannot be read", "The server did not understand what the browser sent, or the page was open for too long.", "Go back, load the page again and repeat the step.", reference),
        401 => new(status, "Please sign in", "This page is for people who have signed in.", "Sign in and open the page again.", reference),
        403 => new(status, "This page is not yours to open", "Your role does not include what this page is for.", "If you need it for your work, ask the person who manages the roles.", reference),
        404 => new(status, "There is nothing here", "The address may be mistyped, or what it led to has been removed.", "Check the address, or start from the first page.", reference),
        405 => new(status, "This cannot be done that way", "The page does not accept this kind of request.", "Go back and use the buttons of the page.", reference),
        409 => new(status, "Somebody else was quicker", "What you were changing has been changed in the meantime, so your change was not saved.", "Load the page again, look at what is new, and repeat your change.", reference),
        413 => new(status, "This is too large", "The file or the form is larger than the server accepts.", "Send a smaller file.", reference),
        429 => new(status, "Too many attempts", "There were too many requests in a short time.", "Wait a few minutes and try again.", reference),
        503 => new(status, "Not available at the moment", "This site cannot answer at the moment.", "Try again in a minute. If it stays so, tell whoever runs the server.", reference),
        507 => new(status, "There is no room left", "The server's disk is full, so nothing of what you sent was kept. Pages can still be read.", "Tell whoever runs the server, and send it again once there is room.", reference),
        >= 500 => new(status, "Something went wrong", "The server met an error and has not done what you asked for.", "Try again. If it happens again, tell whoever runs the server and give them the reference below.", reference),
        _ => new(status, "This did not work", "The server could not do what you asked for.", "Go back and try again.", reference),
    };

    /// <summary>Writes the page without a theme, for when none can be had.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var texts = ErrorTexts.For(context);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.Culture}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{html.Encode(texts[Title])}</title></head>
            <body>
            <main>
            <h1>{html.Encode(texts[Title])}</h1>
            <p>{html.Encode(texts[WhatHappened])}</p>
            <p>{html.Encode(texts[WhatToDo])}</p>
            <p><small>{Status} · {html.Encode(Reference)}</small></p>
            </main>
            </body>
            </html>
            """);
    }
}

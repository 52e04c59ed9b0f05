using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;

namespace PropertySuite.Core;

/// <summary>The texts of messages, which an office may write itself.</summary>
[Feature(MessageFeatures.Messages)]
[Requires(MessagePermissions.Manage)]
public sealed class MessageTemplatesController(
    MessageTexts texts,
    YesSql.ISession session,
    IEmailService email,
    IUserService users,
    CommunityTimes times,
    IClock clock,
    INotifier notifier,
    IStringLocalizerFactory localizers,
    IStringLocalizer<MessageTemplatesController> S,
    IHtmlLocalizer<MessageTemplatesController> H) : Controller
{
    /// <summary>All messages.</summary>
    [HttpGet, Admin("Messages", "Messages")]
    public async Task<IActionResult> Index()
    {
        var languages = await texts.LanguagesAsync();
        var own = (await session.QueryIndex<MessageWordingIndex>(row => row.IsOwn).ListAsync()).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return View(new MessageKindsPage(
            languages,
            [.. texts.Kinds.Select(kind => new MessageKindRow(
                kind.Id,
                Named(kind, kind.Name),
                Named(kind, kind.Description),
                [.. languages.Where(language => own.Contains(MessageWordingIndexProvider.KeyOf(kind.Id, language)))]))]));
    }

    /// <summary>One message in one language; with a number, an earlier text to look at or to take again.</summary>
    [HttpGet, Admin("Messages/{kind}/{language}", "MessageEdit")]
    public async Task<IActionResult> Edit(string kind, string language, int? version)
    {
        if (await FindAsync(kind, language) is not { } found)
        {
            return NotFound();
        }

        var wording = await texts.FindAsync(kind, language);
        var shipped = texts.Shipped(found, language);
        var earlier = version is { } number && wording is not null && number >= 0 && number < wording.History.Count ? wording.History[number] : null;
        return View(await FillAsync(
            new MessageForm
            {
                Subject = earlier is null ? wording?.Subject ?? shipped.Subject : earlier.Subject ?? shipped.Subject,
                Body = earlier is null ? wording?.Body ?? shipped.Body : earlier.Body ?? shipped.Body,
                Changes = wording?.Changes ?? 0,
            },
            found,
            language,
            wording));
    }

    /// <summary>Shows what was typed on the example; keeps nothing.</summary>
    [HttpPost, Admin("Messages/{kind}/{language}/Preview", "MessagePreview")]
    public Task<IActionResult> Preview(string kind, string language, MessageForm form) => WithAsync(kind, language, form, async (found, wording) =>
        View(nameof(Edit), await FillAsync(form, found, language, wording)));

    /// <summary>Sends what was typed, on the example, to whoever asks.</summary>
    [HttpPost, Admin("Messages/{kind}/{language}/ToMe", "MessageToMe")]
    public Task<IActionResult> ToMe(string kind, string language, MessageForm form) => WithAsync(kind, language, form, async (found, wording) =>
    {
        if (await users.GetAuthenticatedUserAsync(User) is not User { Email: { Length: > 0 } address })
        {
            await notifier.WarningAsync(H["Your account has no e-mail address."]);
        }
        else
        {
            var text = await texts.RenderAsync(form.Subject!, form.Body!, language, found.Sample());
            var result = await email.SendAsync(new MailMessage { To = address, Subject = text.Subject, TextBody = text.TextBody, HtmlBody = text.HtmlBody });
            await (result.Succeeded
                ? notifier.SuccessAsync(H["The message is on its way to {0}. It is not saved yet.", address])
                : notifier.ErrorAsync(H["The message was not sent: {0}", string.Join(" ", result.Errors.SelectMany(error => error.Value).Select(error => error.Value))]));
        }

        return View(nameof(Edit), await FillAsync(form, found, language, wording));
    });

    /// <summary>Puts the text in force.</summary>
    [HttpPost, Admin("Messages/{kind}/{language}", "MessageEdit")]
    public Task<IActionResult> Edit(string kind, string language, MessageForm form) => WithAsync(kind, language, form, async (found, wording) =>
    {
        var shipped = texts.Shipped(found, language);
        var isShipped = Plain(form.Subject) == Plain(shipped.Subject) && Plain(form.Body) == Plain(shipped.Body);
        await ChangeAsync(found, language, wording, isShipped ? null : form.Subject!.Trim(), isShipped ? null : Plain(form.Body));
        await notifier.SuccessAsync(H["The text is saved. It is used from the next message on."]);
        return RedirectToAction(nameof(Edit), new { kind, language });
    });

    /// <summary>Back to the shipped text; the office's stays in the history.</summary>
    [HttpPost, Admin("Messages/{kind}/{language}/Reset", "MessageReset")]
    public async Task<IActionResult> Reset(string kind, string language)
    {
        if (await FindAsync(kind, language) is not { } found)
        {
            return NotFound();
        }

        if (await texts.FindAsync(kind, language) is { Subject: not null } wording)
        {
            await ChangeAsync(found, language, wording, null, null);
            await notifier.SuccessAsync(H["The shipped text stands again."]);
        }

        return RedirectToAction(nameof(Edit), new { kind, language });
    }

    private async Task<IActionResult> WithAsync(string kind, string language, MessageForm form, Func<MessageKind, MessageWording?, Task<IActionResult>> act)
    {
        if (await FindAsync(kind, language) is not { } found)
        {
            return NotFound();
        }

        var wording = await texts.FindAsync(kind, language);
        if (form.Changes != (wording?.Changes ?? 0))
        {
            ModelState.AddModelError(nameof(form.Body), S["Somebody else has saved this text meanwhile. Copy yours, open the page again and put it in."]);
        }

        foreach (var (field, fault) in await texts.CheckAsync(found, form.Subject, form.Body, language))
        {
            ModelState.AddModelError(field, Sentence(fault, found));
        }

        if (ModelState.IsValid)
        {
            return await act(found, wording);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Edit), await FillAsync(form, found, language, wording));
    }

    private async Task ChangeAsync(MessageKind kind, string language, MessageWording? wording, string? subject, string? body)
    {
        wording ??= new MessageWording { Kind = kind.Id, Language = language };
        wording.Change(subject, body, User.Identity?.Name ?? "", clock.UtcNow);
        await session.SaveAsync(wording, checkConcurrency: true);
    }

    private async Task<MessageForm> FillAsync(MessageForm form, MessageKind kind, string language, MessageWording? wording)
    {
        var time = await times.GetAsync();
        form.Kind = kind.Id;
        form.Language = language;
        form.LanguageName = CultureInfo.GetCultureInfo(language).NativeName;
        form.Languages = await texts.LanguagesAsync();
        form.Name = Named(kind, kind.Name);
        form.Description = Named(kind, kind.Description);
        form.IsOwn = wording?.Subject is not null;
        form.Members = [.. Members(kind.Sample(), "Model")];
        form.History = [.. (wording?.History ?? []).Select((version, number) => new MessageVersionRow(number, version.By, Moments.Short(time.At(version.AtUtc)), version.Subject is null))];
        if (ModelState.IsValid && form.Subject is not null && form.Body is not null)
        {
            form.Shown = await texts.RenderAsync(form.Subject, form.Body, language, kind.Sample());
        }

        return form;
    }

    private async Task<MessageKind?> FindAsync(string kind, string language) =>
        (await texts.LanguagesAsync()).Contains(language, StringComparer.Ordinal) ? texts.Kinds.FirstOrDefault(known => known.Id == kind) : null;

    private string Named(MessageKind kind, string text) => localizers.Create(kind.Texts)[text].Value;

    private string Sentence(MessageFault fault, MessageKind kind)
    {
        var sentence = fault.Reason switch
        {
            MessageFault.Missing => S["Write a text, or go back to the shipped one."].Value,
            MessageFault.TooLong => S["The text is too long; use {0} characters or fewer.", fault.Detail!].Value,
            MessageFault.Unknown => S["This message has no “{0}”. It has: {1}.", fault.Detail!, string.Join(", ", kind.Sample().Select(member => member.Key))].Value,
            _ => fault.Reason,
        };
        return fault.Line == 0 ? sentence : S["Line {0}, column {1}: {2}", fault.Line, fault.Column, sentence].Value;
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static IEnumerable<(string Name, string Example)> Members(JsonObject model, string path)
    {
        foreach (var (name, value) in model)
        {
            if (value is JsonObject inner)
            {
                foreach (var member in Members(inner, $"{path}.{name}"))
                {
                    yield return member;
                }
            }
            else
            {
                yield return ($"{path}.{name}", value is JsonArray list ? list.ToJsonString() : value?.ToString() ?? "");
            }
        }
    }
}

/// <summary>All messages.</summary>
public sealed record MessageKindsPage(IReadOnlyList<string> Languages, IReadOnlyList<MessageKindRow> Kinds);

/// <summary>A message in the list.</summary>
/// <param name="Own">Languages in which the office's own text stands.</param>
public sealed record MessageKindRow(string Id, string Name, string Description, IReadOnlyList<string> Own);

/// <summary>A text in the history.</summary>
public sealed record MessageVersionRow(int Number, string By, string At, bool IsShipped);

/// <summary>A text being written.</summary>
public sealed class MessageForm
{
    /// <summary>Liquid, one line.</summary>
    public string? Subject { get; set; }

    /// <summary>Liquid.</summary>
    public string? Body { get; set; }

    /// <summary>Changes before this one.</summary>
    public int Changes { get; set; }

    [BindNever]
    public string Kind { get; set; } = "";

    [BindNever]
    public string Language { get; set; } = "";

    [BindNever]
    public string LanguageName { get; set; } = "";

    [BindNever]
    public IReadOnlyList<string> Languages { get; set; } = [];

    [BindNever]
    public string Name { get; set; } = "";

    [BindNever]
    public string Description { get; set; } = "";

    [BindNever]
    public bool IsOwn { get; set; }

    /// <summary>What a template can use, with an example of each.</summary>
    [BindNever]
    public IReadOnlyList<(string Name, string Example)> Members { get; set; } = [];

    [BindNever]
    public IReadOnlyList<MessageVersionRow> History { get; set; } = [];

    /// <summary>The text on the example; null while something is wrong with it.</summary>
    [BindNever]
    public MessageText? Shown { get; set; }
}

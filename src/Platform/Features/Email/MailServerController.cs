using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MimeKit;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Through which server a community sends its mail.</summary>
[Area("OrchardCore.Email")]
[Requires(EmailPermissions.Settings)]
public sealed class MailServerController(
    ISiteService sites,
    MailSeal seal,
    IOutbox outbox,
    IOptions<MailLimits> limits,
    IClock clock,
    INotifier notifier,
    IStringLocalizer<MailServerController> S,
    IHtmlLocalizer<MailServerController> H) : Controller
{
    [HttpGet, Admin("Mail/Server", "MailServer")]
    public async Task<IActionResult> Index()
    {
        var settings = await sites.GetSettingsAsync<SmtpSettings>();
        return View(new MailServerForm
        {
            IsEnabled = settings.IsEnabled,
            Host = settings.Host,
            Port = settings.Port.ToString(CultureInfo.InvariantCulture),
            Encryption = settings.EncryptionMethod,
            UserName = settings.UserName,
            HasPassword = settings.Password is { Length: > 0 },
            Sender = settings.DefaultSender,
            SenderName = settings.SenderName,
            Fingerprint = settings.CertificateFingerprint,
            PerMinute = settings.PerMinute.ToString(CultureInfo.InvariantCulture),
            GiveUpAfterHours = settings.GiveUpAfterHours.ToString(CultureInfo.InvariantCulture),
            KeepDays = settings.KeepDays.ToString(CultureInfo.InvariantCulture),
        });
    }

    [HttpPost, Admin("Mail/Server", "MailServer")]
    public async Task<IActionResult> Index(MailServerForm form)
    {
        var site = await sites.LoadSiteSettingsAsync();
        var settings = site.As<SmtpSettings>();
        form.HasPassword = settings.Password is { Length: > 0 };
        Take(form, settings);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.SetModelValue(nameof(form.Password), null, null);
            form.Password = null;
            return View(form);
        }

        site.Put(settings);
        await sites.UpdateSiteSettingsAsync(site);
        await outbox.TryNowAsync();
        await notifier.SuccessAsync(H["The settings are saved."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Sends a mail past the outbox, so that what the server answers is seen at once.</summary>
    [HttpPost, Admin("Mail/Server/Test", "MailServerTest")]
    public async Task<IActionResult> Test(string? to)
    {
        var settings = await sites.GetSettingsAsync<SmtpSettings>();
        if (!settings.CanSend())
        {
            await notifier.WarningAsync(H["Save the settings with the mail server switched on first."]);
            return RedirectToAction(nameof(Index));
        }

        if (!MailAddresses.TryRead(to, out var addresses) || addresses is not [var address])
        {
            await notifier.ErrorAsync(H["Enter the e-mail address that the test mail should go to."]);
            return RedirectToAction(nameof(Index));
        }

        var delivery = await SendTestAsync(settings, MailAddresses.Ascii(address.Address));
        if (delivery is Delivery.Done { NotFor.Count: 0, LaterFor.Count: 0 })
        {
            await outbox.TryNowAsync();
            await notifier.SuccessAsync(H["The mail server has taken the test mail for {0}.", address.Address]);
        }
        else
        {
            var answer = delivery switch
            {
                Delivery.Done done => done.NotFor.Values.Concat(done.LaterFor.Values).First(),
                Delivery.Later later => later.Answer,
                Delivery.Refused refused => refused.Answer,
                Delivery.Unreachable unreachable => unreachable.Problem,
                _ => string.Empty,
            };
            await notifier.ErrorAsync(H["The test mail was not sent: {0}", MailComposer.OneLine(answer, 300)]);
        }

        return RedirectToAction(nameof(Index));
    }

    private async Task<Delivery> SendTestAsync(SmtpSettings settings, string to)
    {
        using var message = new MimeMessage { Subject = S["Test mail of {0}", (await sites.GetSiteSettingsAsync()).SiteName], Date = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) };
        message.From.Add(new MailboxAddress(MailComposer.OneLine(settings.SenderName ?? (await sites.GetSiteSettingsAsync()).SiteName, 100), MailAddresses.Ascii(settings.DefaultSender!.Trim())));
        message.To.Add(new MailboxAddress(null, to));
        message.Body = new TextPart("plain") { Text = S["This mail shows that the mail server is set up well. Nobody has to answer it."] };

        // Somebody waits before the screen.
        var patience = new MailLimits { AnswerSeconds = Math.Min(20, limits.Value.AnswerSeconds) };
        await using var post = new SmtpPost(settings, settings.Password is { Length: > 0 } password ? seal.UnprotectPassword(password) : null, patience);
        return await post.SendAsync(message, [to], HttpContext.RequestAborted);
    }

    private void Take(MailServerForm form, SmtpSettings settings)
    {
        settings.IsEnabled = form.IsEnabled;
        settings.Host = form.Host?.Trim();
        if (form.IsEnabled && string.IsNullOrEmpty(settings.Host))
            ModelState.AddModelError(nameof(form.Host), S["Enter the name of the mail server."]);
        else if (settings.Host is { Length: > 0 } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            ModelState.AddModelError(nameof(form.Host), S["“{0}” is no name of a server.", host]);

        settings.DefaultSender = form.Sender?.Trim();
        if ((form.IsEnabled && string.IsNullOrEmpty(settings.DefaultSender)) || (settings.DefaultSender is { Length: > 0 } sender && !new MailAddresses().Validate(sender)))
            ModelState.AddModelError(nameof(form.Sender), S["Enter the e-mail address that mail comes from."]);
        settings.SenderName = string.IsNullOrWhiteSpace(form.SenderName) ? null : MailComposer.OneLine(form.SenderName, 100);

        settings.EncryptionMethod = Enum.IsDefined(form.Encryption) ? form.Encryption : SmtpEncryptionMethod.StartTls;
        settings.UserName = string.IsNullOrWhiteSpace(form.UserName) ? null : form.UserName.Trim();
        if (settings.UserName is null)
            settings.Password = null;
        else if (!string.IsNullOrEmpty(form.Password))
            settings.Password = seal.ProtectPassword(form.Password);
        if (settings.UserName is not null && settings.EncryptionMethod == SmtpEncryptionMethod.None)
            ModelState.AddModelError(nameof(form.Encryption), S["A password is not sent without encryption. Choose an encryption, or leave the user name empty."]);

        var fingerprint = form.Fingerprint?.Replace(":", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        settings.CertificateFingerprint = string.IsNullOrEmpty(fingerprint) ? null : fingerprint.ToUpperInvariant();
        if (settings.CertificateFingerprint is { } print && (print.Length != 64 || !print.All(char.IsAsciiHexDigit)))
            ModelState.AddModelError(nameof(form.Fingerprint), S["A SHA-256 fingerprint has 64 hexadecimal digits."]);

        settings.Port = Whole(nameof(form.Port), form.Port, 1, 65535);
        settings.PerMinute = Whole(nameof(form.PerMinute), form.PerMinute, 1, 1000);
        settings.GiveUpAfterHours = Whole(nameof(form.GiveUpAfterHours), form.GiveUpAfterHours, 1, 240);
        settings.KeepDays = Whole(nameof(form.KeepDays), form.KeepDays, 1, 365);
    }

    private int Whole(string field, string? text, int least, int most)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        ModelState.AddModelError(field, S["Enter a whole number from {0} to {1}.", least, most]);
        return least;
    }
}

/// <summary>The mail server as typed.</summary>
public sealed class MailServerForm
{
    public bool IsEnabled { get; set; }

    public string? Host { get; set; }

    public string? Port { get; set; }

    public SmtpEncryptionMethod Encryption { get; set; }

    public string? UserName { get; set; }

    /// <summary>Empty: the one that is stored stays.</summary>
    public string? Password { get; set; }

    [BindNever]
    public bool HasPassword { get; set; }

    public string? Sender { get; set; }

    public string? SenderName { get; set; }

    public string? Fingerprint { get; set; }

    public string? PerMinute { get; set; }

    public string? GiveUpAfterHours { get; set; }

    public string? KeepDays { get; set; }
}

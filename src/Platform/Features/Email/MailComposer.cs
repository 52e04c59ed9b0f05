using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using OrchardCore.Email;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Makes of what was asked for a message as it goes over the wire, or says what is wrong with it.</summary>
internal sealed class MailComposer(IOptions<MailLimits> limits, IStringLocalizer<MailComposer> S)
{
    private const int LongestSubject = 250;

    /// <param name="Mail">The entry of the outbox; without time and order.</param>
    /// <param name="Message">The bytes.</param>
    public sealed record Composed(OutgoingMail Mail, byte[] Message);

    public async Task<(Composed? Composed, EmailResult? Errors)> ComposeAsync(MailMessage asked, string mailId, SmtpSettings settings, DateTime nowUtc)
    {
        var errors = new Dictionary<string, List<LocalizedString>>();
        void Wrong(string property, LocalizedString text) => (errors.TryGetValue(property, out var list) ? list : errors[property] = []).Add(text);
        IReadOnlyList<MailboxAddress> Read(string property, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
                return [];
            if (MailAddresses.TryRead(text, out var addresses))
                return addresses;
            Wrong(property, S["“{0}” is no e-mail address.", Shown(text)]);
            return [];
        }

        var from = Read(nameof(asked.From), asked.From);
        var sender = Read(nameof(asked.Sender), asked.Sender);
        var reply = Read(nameof(asked.ReplyTo), asked.ReplyTo);
        var to = Read(nameof(asked.To), asked.To);
        var cc = Read(nameof(asked.Cc), asked.Cc);
        var bcc = Read(nameof(asked.Bcc), asked.Bcc);
        string[] everybody = [.. to.Concat(cc).Concat(bcc).Select(address => MailAddresses.Ascii(address.Address)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (everybody.Length == 0 && errors.Count == 0)
            Wrong(nameof(asked.To), S["Nobody is named to whom the mail should go."]);
        if (everybody.Length > limits.Value.Recipients)
            Wrong(nameof(asked.To), S["A mail goes to {0} people at most.", limits.Value.Recipients]);
        if (string.IsNullOrWhiteSpace(asked.TextBody) && string.IsNullOrWhiteSpace(asked.HtmlBody))
            Wrong(nameof(asked.TextBody), S["The mail has no text."]);

        var attachments = await ReadAsync(asked.Attachments, Wrong);
        if (errors.Count > 0)
            return (null, EmailResult.FailedResult(errors));

        var subject = OneLine(asked.Subject, LongestSubject);
        var domain = MailAddresses.Ascii(settings.DefaultSender!.Trim())[(settings.DefaultSender!.Trim().LastIndexOf('@') + 1)..];
        using var message = new MimeMessage { Subject = subject, Date = new DateTimeOffset(nowUtc, TimeSpan.Zero), MessageId = $"{mailId}@{domain}" };
        message.From.AddRange(from);
        message.To.AddRange(to);
        message.Cc.AddRange(cc);
        message.ReplyTo.AddRange(reply);
        if (sender.Count > 0)
            message.Sender = sender[0];

        // Answers of machines to machines have made loops since mail began.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        var text = asked.TextBody ?? PlainText(asked.HtmlBody!);
        var body = new BodyBuilder { TextBody = text, HtmlBody = asked.HtmlBody };
        foreach (var (name, bytes) in attachments)
            body.Attachments.Add(name, bytes);
        message.Body = body.ToMessageBody();

        await using var buffer = new MemoryStream();
        await message.WriteToAsync(buffer);
        var preview = RightLinks.Redact(text);
        var recipients = string.Join(", ", everybody);
        var mail = new OutgoingMail
        {
            MailId = mailId,
            MessageId = message.MessageId,
            Pending = [.. everybody],
            Recipients = recipients,
            Subject = RightLinks.Redact(subject),
            Preview = preview.Length <= 20_000 ? preview : preview[..20_000],
            AttachmentNames = [.. attachments.Select(attachment => attachment.Name)],
            Sameness = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{recipients.ToLowerInvariant()}\n{subject}\n{preview}"))),
        };
        return (new Composed(mail, buffer.ToArray()), null);
    }

    /// <summary>Text on one line: a line feed in a header would begin the next header.</summary>
    public static string OneLine(string? text, int longest)
    {
        var line = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            if (!char.IsControl(c) && c is not ('\u2028' or '\u2029'))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        var whole = line.ToString().Trim();
        return whole.Length <= longest ? whole : whole[..(char.IsHighSurrogate(whole[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    /// <summary>What is left of HTML for readers without it.</summary>
    public static string PlainText(string html)
    {
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader);
        var text = new StringBuilder();
        var silent = 0;
        while (tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } tag:
                    silent += tag.IsEndTag ? -1 : 1;
                    break;
                case HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 }:
                    if (text.Length > 0 && text[^1] != '\n')
                        text.Append('\n');
                    break;
                case HtmlTagToken { Id: HtmlTagId.A, IsEndTag: false } link when link.Attributes.FirstOrDefault(attribute => attribute.Id == HtmlAttributeId.Href)?.Value is { Length: > 0 } href:
                    text.Append(href).Append(' ');
                    break;
                case HtmlDataToken data when silent <= 0:
                    text.Append(data.Data);
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private async Task<IReadOnlyList<(string Name, byte[] Bytes)>> ReadAsync(List<MailMessageAttachment> attachments, Action<string, LocalizedString> wrong)
    {
        var read = new List<(string, byte[])>();
        var total = 0L;
        foreach (var attachment in attachments)
        {
            if (attachment.Stream is not { } stream)
                continue;
            await using var buffer = new MemoryStream();
            var part = new byte[81920];
            for (int count; (count = await stream.ReadAsync(part)) > 0;)
            {
                if ((total += count) > limits.Value.AttachmentBytes)
                {
                    wrong(nameof(MailMessage.Attachments), S["The attachments are larger than {0} MB together.", limits.Value.AttachmentBytes / 1024 / 1024]);
                    return [];
                }

                buffer.Write(part, 0, count);
            }

            var name = OneLine(attachment.Filename, 150);
            read.Add((name[(name.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } bare ? bare : "attachment", buffer.ToArray()));
        }

        return read;
    }

    private static string Shown(string text) => OneLine(text, 80);
}

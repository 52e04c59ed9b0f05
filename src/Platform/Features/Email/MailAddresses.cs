using System.Globalization;
using System.Text;
using MimeKit;
using OrchardCore.Email;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Reads addresses as people write them, and knows which can be written to.</summary>
internal sealed class MailAddresses : IEmailAddressValidator
{
    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    public bool Validate(string? emailAddress) =>
        TryRead(emailAddress, out var addresses) && addresses is [var only] && string.IsNullOrEmpty(only.Name) && only.Address == emailAddress!.Trim();

    /// <summary>One address or several, each with a name or without.</summary>
    public static bool TryRead(string? text, out IReadOnlyList<MailboxAddress> addresses)
    {
        addresses = [];
        if (string.IsNullOrWhiteSpace(text) || text.Length > 10_000 || text.Any(char.IsControl))
            return false;
        if (!InternetAddressList.TryParse(text.Replace(';', ','), out var list) || list.Count == 0)
            return false;

        var found = new List<MailboxAddress>();
        foreach (var entry in list)
        {
            if (entry is not MailboxAddress mailbox || mailbox.Route.Count > 0 || !IsAddress(mailbox.Address))
                return false;
            found.Add(new MailboxAddress(Encoding.UTF8, mailbox.Name is { Length: > 0 } name ? new string([.. name.Where(c => !char.IsControl(c))]) : null, mailbox.Address));
        }

        addresses = found;
        return true;
    }

    /// <summary>The address with its domain as the network knows it: <c>ana@xn--caf-dma.example</c>.</summary>
    public static string Ascii(string address)
    {
        var at = address.LastIndexOf('@');
        return address[..(at + 1)] + s_idn.GetAscii(address[(at + 1)..]);
    }

    private static bool IsAddress(string address)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || address.Length > 254 || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return false;
        var local = address[..at];
        var domain = address[(at + 1)..];
        if (local.IndexOfAny(['"', '(', ')', '<', '>', '[', ']', ':', ',', ';', '\\', '@']) >= 0 || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal))
            return false;
        try
        {
            var ascii = s_idn.GetAscii(domain);
            return ascii.Length is > 0 and <= 253 && ascii.Split('.').All(label => label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-'))
                && !ascii.Split('.')[^1].All(char.IsAsciiDigit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

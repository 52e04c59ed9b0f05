using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using OrchardCore.Email;

namespace PropertySuite.Platform.Features.Email;

/// <summary>What became of one attempt.</summary>
internal abstract record Delivery
{
    /// <summary>The server has it; for the addresses in <paramref name="LaterFor"/> it wants to be asked again.</summary>
    public sealed record Done(IReadOnlyDictionary<string, string> NotFor, IReadOnlyDictionary<string, string> LaterFor) : Delivery;

    /// <summary>Not now (4xx).</summary>
    public sealed record Later(string Answer) : Delivery;

    /// <summary>Never (5xx).</summary>
    public sealed record Refused(string Answer) : Delivery;

    /// <summary>The server cannot be reached, or does not let this community in: no mail would get through.</summary>
    public sealed record Unreachable(string Problem) : Delivery;
}

/// <summary>A connection to the mail server of one community, kept for as long as there is mail.</summary>
internal sealed class SmtpPost(SmtpSettings settings, string? password, MailLimits limits) : IAsyncDisposable
{
    private Client? _client;

    public async Task<Delivery> SendAsync(MimeMessage message, IReadOnlyList<string> recipients, CancellationToken stopping)
    {
        try
        {
            if (await ConnectAsync(stopping) is { } problem)
                return problem;
        }
        catch (Exception exception) when (IsTrouble(exception) && !stopping.IsCancellationRequested)
        {
            return new Delivery.Unreachable(Said(exception));
        }

        var client = _client!;
        client.Begin();
        try
        {
            await client.SendAsync(
                FormatOptions.Default,
                message,
                new MailboxAddress(null, MailAddresses.Ascii(settings.DefaultSender!.Trim())),
                recipients.Select(address => new MailboxAddress(null, address)),
                stopping);
            return new Delivery.Done(client.Refused, client.Later);
        }
        catch (NobodyAcceptedException)
        {
            await ResetAsync();
            return client.Later.Count > 0
                ? client.Refused.Count == 0 ? new Delivery.Later(client.Later.Values.First()) : new Delivery.Done(client.Refused, client.Later)
                : new Delivery.Refused(client.Refused.Values.First());
        }
        catch (SmtpCommandException exception)
        {
            await ResetAsync();
            var answer = $"{(int)exception.StatusCode} {exception.Message}";
            return exception.StatusCode == SmtpStatusCode.ServiceNotAvailable || exception.StatusCode == SmtpStatusCode.AuthenticationRequired
                ? new Delivery.Unreachable(answer)
                : (int)exception.StatusCode < 500 ? new Delivery.Later(answer) : new Delivery.Refused(answer);
        }
        catch (ServiceNotAuthenticatedException exception)
        {
            await ResetAsync();
            return new Delivery.Unreachable(Said(exception));
        }
        catch (Exception exception) when (IsTrouble(exception) && !stopping.IsCancellationRequested)
        {
            // The line broke in the middle: the server may have the mail or not.
            await CloseAsync();
            return new Delivery.Unreachable(Said(exception));
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<Delivery?> ConnectAsync(CancellationToken stopping)
    {
        if (_client is { IsConnected: true })
            return null;
        await CloseAsync();
        _client = new Client { Timeout = limits.AnswerSeconds * 1000, CheckCertificateRevocation = false };
        if (settings.CertificateFingerprint is { Length: > 0 } pinned)
        {
            _client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == System.Net.Security.SslPolicyErrors.None
                || (certificate is not null && FingerprintOf(certificate).Equals(Bare(pinned), StringComparison.OrdinalIgnoreCase));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeSpan.FromSeconds(limits.AnswerSeconds));
        await _client.ConnectAsync(settings.Host!.Trim(), settings.Port, settings.EncryptionMethod switch
        {
            SmtpEncryptionMethod.SslTls => SecureSocketOptions.SslOnConnect,
            SmtpEncryptionMethod.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, limit.Token);

        if (settings.UserName is { Length: > 0 } user)
        {
            if (!_client.IsSecure)
            {
                await CloseAsync();
                return new Delivery.Unreachable("A password is never sent over a connection that is not encrypted.");
            }

            await _client.AuthenticateAsync(user, password ?? string.Empty, limit.Token);
        }

        return null;
    }

    private async Task ResetAsync()
    {
        if (_client is { IsConnected: false })
            await CloseAsync();
    }

    private async Task CloseAsync()
    {
        if (_client is not { } client)
            return;
        _client = null;
        try
        {
            if (client.IsConnected)
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await client.DisconnectAsync(quit: true, limit.Token);
            }
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            // It is closed either way.
        }
        finally
        {
            client.Dispose();
        }
    }

    private static bool IsTrouble(Exception exception) => exception
        is SocketException or IOException or TimeoutException or OperationCanceledException or ProtocolException or CommandException
        or System.Security.Authentication.AuthenticationException or AuthenticationException or SslHandshakeException or NotSupportedException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or InvalidOperationException or ArgumentException;

    private static string Said(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => "The mail server does not answer.",
        SslHandshakeException => "The connection could not be encrypted: " + (exception.InnerException?.Message ?? "the certificate is not trusted."),
        AuthenticationException => "The mail server does not accept the user name and the password. " + exception.Message,
        _ => exception.Message,
    };

    private static string FingerprintOf(X509Certificate certificate) => Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));

    private static string Bare(string fingerprint) => fingerprint.Replace(":", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);

    private sealed class NobodyAcceptedException : Exception;

    /// <summary>Goes on when one address is refused: the others are not to wait for it.</summary>
    private sealed class Client : SmtpClient
    {
        public Dictionary<string, string> Refused { get; private set; } = [];

        public Dictionary<string, string> Later { get; private set; } = [];

        public void Begin() => (Refused, Later) = ([], []);

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            ((int)response.StatusCode < 500 ? Later : Refused)[mailbox.Address] = $"{(int)response.StatusCode} {response.Response}";

        protected override void OnNoRecipientsAccepted(MimeMessage message) => throw new NobodyAcceptedException();
    }
}

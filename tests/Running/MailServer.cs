using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace PropertySuite.Running;

/// <summary>A mail as the server took it.</summary>
/// <param name="From">Of the envelope.</param>
/// <param name="To">Of the envelope.</param>
/// <param name="Text">Head and body, as they came.</param>
/// <param name="Encrypted">Whether it came over TLS.</param>
/// <param name="User">Who had signed in; null for nobody.</param>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Text, bool Encrypted, string? User)
{
    /// <summary>A header with its continuation lines put together; null where there is none.</summary>
    public string? Header(string name)
    {
        var head = Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
    }
}

/// <summary>
/// A mail server over TCP as RFC 5321 has it: greeting, EHLO, STARTTLS, AUTH, envelope, data. Tests tell it what to answer, stop it, and start
/// it again on the same port.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Channel<ReceivedMail> _arrivals = Channel.CreateUnbounded<ReceivedMail>();
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentDictionary<TcpClient, Task> _open = new();
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private CancellationTokenSource _stop = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    private MailServer(int port, bool tlsFromTheStart) => (Port, _tlsFromTheStart) = (port, tlsFromTheStart);

    private readonly bool _tlsFromTheStart;

    public int Port { get; private set; }

    /// <summary>SHA-256 of the certificate that it shows.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(_certificate.RawData));

    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>Connections that were made so far.</summary>
    public int Connections { get; private set; }

    /// <summary>User name and password that it accepts; null: it offers no sign-in.</summary>
    public (string User, string Password)? Account { get; set; }

    /// <summary>What it answers to a command instead of its own answer; null for its own. <c>DATA.</c> stands for the end of the text.</summary>
    public Func<string, string?>? Answers { get; set; }

    /// <summary>Called when a text has arrived whole, before it is acknowledged. False: the line is cut without an answer.</summary>
    public Func<ReceivedMail, Task<bool>>? Before { get; set; }

    public static MailServer Start(int port = 0, bool tlsFromTheStart = false)
    {
        var server = new MailServer(port, tlsFromTheStart);
        server.Open();
        return server;
    }

    /// <summary>The next mail that arrives.</summary>
    public async Task<ReceivedMail> NextAsync(int seconds = 60) =>
        await _arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(seconds));

    public void Open()
    {
        _stop = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener, _stop.Token);
    }

    /// <summary>Nobody answers on its port any more.</summary>
    public async Task CloseAsync()
    {
        await _stop.CancelAsync();
        _listener?.Stop();
        await _accepting;
        foreach (var client in _open.Keys)
        {
            client.Dispose();
        }

        await Task.WhenAll(_open.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _certificate.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop);
                Connections++;
                _open[client] = Task.Run(() => TalkAsync(client, stop), CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken stop)
    {
        try
        {
            using (client)
            {
                Stream stream = client.GetStream();
                if (_tlsFromTheStart)
                {
                    stream = await EncryptAsync(stream, stop);
                }

                await new Talk(this, stream, _tlsFromTheStart, stop).RunAsync();
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has gone, or the server was closed.
        }
        finally
        {
            _open.TryRemove(client, out _);
        }
    }

    private async Task<Stream> EncryptAsync(Stream stream, CancellationToken stop)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
        return encrypted;
    }

    private void Take(ReceivedMail mail)
    {
        _received.Enqueue(mail);
        _arrivals.Writer.TryWrite(mail);
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(120));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>One connection.</summary>
    private sealed class Talk(MailServer server, Stream stream, bool encrypted, CancellationToken stop)
    {
        private readonly byte[] _one = new byte[1];
        private Stream _stream = stream;
        private bool _encrypted = encrypted;
        private string? _user;
        private string? _from;
        private List<string> _to = [];

        public async Task RunAsync()
        {
            await SayAsync(server.Answers?.Invoke("CONNECT") ?? "220 localhost ESMTP");
            while (await LineAsync() is { } line)
            {
                var verb = line.Split(' ', 2)[0].ToUpperInvariant();
                if (server.Answers?.Invoke(line) is { } told)
                {
                    await SayAsync(told);
                    if (verb == "RSET")
                    {
                        (_from, _to) = (null, []);
                    }

                    continue;
                }

                if (!await AnswerAsync(verb, line))
                {
                    return;
                }
            }
        }

        private async Task<bool> AnswerAsync(string verb, string line)
        {
            switch (verb)
            {
                case "EHLO" or "HELO":
                    string?[] offers = ["localhost", "PIPELINING", "8BITMIME", "SIZE 20000000", _encrypted ? null : "STARTTLS", server.Account is null ? null : "AUTH PLAIN LOGIN"];
                    var known = offers.OfType<string>().ToArray();
                    await SayAsync(string.Join("\r\n", known.Select((offer, i) => $"250{(i == known.Length - 1 ? ' ' : '-')}{offer}")));
                    return true;
                case "STARTTLS":
                    await SayAsync("220 go ahead");
                    _stream = await server.EncryptAsync(_stream, stop);
                    _encrypted = true;
                    return true;
                case "AUTH":
                    await AuthenticateAsync(line.Split(' '));
                    return true;
                case "MAIL":
                    if (server.Account is not null && _user is null)
                    {
                        await SayAsync("530 5.7.0 Authentication required");
                        return true;
                    }

                    (_from, _to) = (Between(line), []);
                    await SayAsync("250 2.1.0 ok");
                    return true;
                case "RCPT":
                    _to.Add(Between(line));
                    await SayAsync("250 2.1.5 ok");
                    return true;
                case "DATA":
                    return await DataAsync();
                case "RSET":
                    (_from, _to) = (null, []);
                    await SayAsync("250 ok");
                    return true;
                case "QUIT":
                    await SayAsync("221 bye");
                    return false;
                default:
                    await SayAsync(verb == "NOOP" ? "250 ok" : "502 not here");
                    return true;
            }
        }

        private async Task<bool> DataAsync()
        {
            if (_to.Count == 0)
            {
                await SayAsync("503 5.5.1 nobody to send it to");
                return true;
            }

            await SayAsync("354 go on");
            var text = new StringBuilder();
            while (await LineAsync() is { } line && line != ".")
            {
                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            var mail = new ReceivedMail(_from!, _to, text.ToString(), _encrypted, _user);
            if (server.Answers?.Invoke("DATA.") is { } told)
            {
                await SayAsync(told);
                return true;
            }

            if (server.Before is { } before && !await before(mail))
            {
                return false;
            }

            server.Take(mail);
            await SayAsync("250 2.0.0 taken");
            (_from, _to) = (null, []);
            return true;
        }

        private async Task AuthenticateAsync(string[] words)
        {
            string? user = null, password = null;
            if (words is [_, "PLAIN", ..])
            {
                var proof = words.Length > 2 ? words[2] : await AskAsync("334 ");
                var parts = Encoding.UTF8.GetString(Convert.FromBase64String(proof)).Split('\0');
                (user, password) = (parts[1], parts[2]);
            }
            else if (words is [_, "LOGIN", ..])
            {
                user = Encoding.UTF8.GetString(Convert.FromBase64String(await AskAsync("334 VXNlcm5hbWU6")));
                password = Encoding.UTF8.GetString(Convert.FromBase64String(await AskAsync("334 UGFzc3dvcmQ6")));
            }

            if (server.Account is { } account && (user, password) == account)
            {
                _user = user;
                await SayAsync("235 2.7.0 welcome");
            }
            else
            {
                await SayAsync("535 5.7.8 wrong name or password");
            }
        }

        private async Task<string> AskAsync(string question)
        {
            await SayAsync(question);
            return await LineAsync() ?? string.Empty;
        }

        private async Task SayAsync(string answer)
        {
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), stop);
            await _stream.FlushAsync(stop);
        }

        // Byte by byte: what follows STARTTLS belongs to the handshake and must not be read ahead.
        private async Task<string?> LineAsync()
        {
            using var line = new MemoryStream();
            while (await _stream.ReadAsync(_one, stop) == 1)
            {
                if (_one[0] == '\n')
                {
                    return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
                }

                line.WriteByte(_one[0]);
            }

            return null;
        }

        private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
    }
}

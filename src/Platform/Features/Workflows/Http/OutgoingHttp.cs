using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>What the operator of the server allows; section <c>OrchardCore_Workflows</c>.</summary>
internal sealed class OutgoingHttpOptions
{
    /// <summary>Host names within the house that workflows may call all the same, such as a gateway of the community's own.</summary>
    public string[] PrivateHosts { get; set; } = [];
}

/// <summary>An answer from outside, as much of it as is read.</summary>
internal sealed record OutgoingAnswer(int StatusCode, string? ReasonPhrase, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// Calls addresses on the internet: http and https only, no redirects, no proxy, ten seconds, one megabyte. The address is checked when the
/// connection is made, so that a name which means something else the second time helps nobody.
/// </summary>
internal sealed class OutgoingHttp : IDisposable
{
    public const int MaxBody = 1024 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _privateHosts;
    private readonly HttpMessageInvoker _invoker;

    public OutgoingHttp(IOptions<OutgoingHttpOptions> options)
    {
        _privateHosts = options.Value.PrivateHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = Patience,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromSeconds(30),
            ConnectCallback = ConnectAsync,
        });
    }

    /// <exception cref="InvalidOperationException">The address is not one that may be called, or nobody answers there.</exception>
    /// <exception cref="TimeoutException">The answer takes too long.</exception>
    public async Task<OutgoingAnswer> SendAsync(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" } address)
            throw new InvalidOperationException($"\"{request.RequestUri}\" is not an address that can be called; write it whole, with http or https.");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var response = await _invoker.SendAsync(request, patience.Token);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new OutgoingAnswer((int)response.StatusCode, response.ReasonPhrase, headers, await ReadAsync(response.Content, patience.Token));
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"{address.Host} did not answer within {Patience.TotalSeconds:0} seconds.", e);
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException(e.InnerException is RefusedAddressException refused ? refused.Message : $"{address.Host} cannot be reached: {e.Message}", e);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        if (addresses.Length == 0 || (!_privateHosts.Contains(host) && !Array.TrueForAll(addresses, OutgoingAddress.IsPublic)))
            throw new RefusedAddressException($"{host} is not on the internet; workflows call nothing within the house.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > MaxBody)
                throw new InvalidOperationException("The answer is longer than a megabyte.");
            kept.Write(buffer, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private sealed class RefusedAddressException(string message) : IOException(message);
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PropertySuite.Measure;

/// <summary>What a load run saw.</summary>
/// <param name="RequestsPerSecond">Answers with status 200 in a second.</param>
/// <param name="Failures">Answers with another status.</param>
/// <param name="Requests">Answers of any status.</param>
/// <param name="P50">Median time of an answer, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
internal sealed record LoadResult(double RequestsPerSecond, long Requests, long Failures, double P50, double P95);

/// <summary>Sixteen keep-alive connections on the loopback, each asking again as soon as it has its answer.</summary>
internal static class Load
{
    public const int Connections = 16;

    /// <summary>Asks for <paramref name="seconds"/> seconds, or until <paramref name="atMost"/> answers have come.</summary>
    public static async Task<LoadResult> RunAsync(int port, string host, string path, double seconds, long atMost = long.MaxValue, int connections = Connections)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n");
        var clock = Stopwatch.StartNew();
        long left = atMost, failures = 0;
        var times = new List<double>[connections];
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async number =>
        {
            var mine = times[number] = new List<double>(4096);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var buffer = new byte[256 * 1024];
            while (clock.Elapsed.TotalSeconds < seconds && Interlocked.Decrement(ref left) >= 0)
            {
                var began = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                if (await ReadAnswerAsync(socket, buffer) != 200)
                {
                    Interlocked.Increment(ref failures);
                }

                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }));
        var elapsed = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(list => list).Order().ToArray();
        return new LoadResult((all.Length - failures) / elapsed, all.Length, failures, At(all, 0.5), At(all, 0.95));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];

    private static async Task<int> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += await ReceiveAsync(socket, buffer, filled);
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        var status = int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var length = Header(headers, "Content-Length:");
        if (length is not null)
        {
            var total = head + 4 + int.Parse(length, CultureInfo.InvariantCulture);
            while (filled < total)
            {
                filled += await ReceiveAsync(socket, buffer, filled);
            }
        }
        else
        {
            // Chunked: the last chunk ends the answer.
            while (!buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
            {
                filled += await ReceiveAsync(socket, buffer, filled);
            }
        }

        return status;
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer, int filled)
    {
        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        return read > 0 ? read : throw new IOException("The server closed the connection.");
    }

    private static string? Header(string headers, string name)
    {
        var at = headers.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var end = headers.IndexOf('\r', at);
        return headers[(at + name.Length)..(end < 0 ? headers.Length : end)].Trim();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace PropertySuite.Running;

/// <summary>The product as a process of its own, started as `./dev run` starts it, on a data folder of the test's.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly string Host = typeof(Server).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Host").Value!;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private bool _disposed;

    private Server(Process process, string dataFolder, int port)
    {
        _process = process;
        DataFolder = dataFolder;
        Port = port;
    }

    public string DataFolder { get; }

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>What the process has printed so far; what a failing test shows.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts the product and returns when it has printed a ready line for each of the communities.</summary>
    /// <exception cref="InvalidOperationException">The process ended before; the message has its output.</exception>
    /// <param name="scheme">With https the server makes its own certificate.</param>
    /// <param name="more">Further arguments of the command <c>run</c>.</param>
    public static async Task<Server> StartAsync(string dataFolder, int communities = 3, int? port = null, string scheme = "http", params string[] more)
    {
        port ??= FreePort();
        var start = Command([
            "run", "--data", dataFolder, "--urls", $"{scheme}://127.0.0.1:{port}", .. scheme == "https" ? ["--https"] : Array.Empty<string>(), .. more]);
        var process = new Process { StartInfo = start };
        var server = new Server(process, dataFolder, port.Value);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answered = 0;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The server ended before it was ready:" + Environment.NewLine + server.Output));
                return;
            }

            server._output.Enqueue(line.Data);
            if (line.Data.StartsWith("Ready:", StringComparison.Ordinal) && Interlocked.Increment(ref answered) == communities)
            {
                ready.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, line) => server._output.Enqueue(line.Data ?? string.Empty);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException("The server was not ready in three minutes:" + Environment.NewLine + server.Output);
        }

        return server;
    }

    /// <summary>A sign-in link for a demonstration user, asked as a person would: from the command line.</summary>
    /// <param name="community">Which of them; null for the first that is not the server's own.</param>
    public async Task<Uri> LinkAsync(string role, string? community = null)
    {
        var (code, output) = await RunAsync(["link", role, "--data", DataFolder, .. community is null ? Array.Empty<string>() : ["--tenant", community]]);
        var line = output.Split('\n').FirstOrDefault(text => text.Contains("http", StringComparison.Ordinal));
        return code == 0 && line is not null
            ? new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim())
            : throw new InvalidOperationException($"No link for {role}: {output}");
    }

    /// <summary>Leads every host name to this server, as a name server would, and trusts its own certificate.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null },
    };

    /// <summary>Runs the product's command line to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Ends the process at once, as `kill -9` does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Host);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // The tour's households alone: what a test counts is then what the test has done, and set-up is quick.
        start.Environment["OrchardCore__OrchardCore_AutoSetup__Tenants__1__RecipeName"] = "residential-estate-demo";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}

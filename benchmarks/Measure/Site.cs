using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace PropertySuite.Measure;

/// <summary>A published web application that runs as a process of its own while it is measured.</summary>
internal sealed class Site : IDisposable
{
    private readonly Process _process;

    private Site(Process process, int port, TimeSpan firstAnswer)
    {
        _process = process;
        Port = port;
        FirstAnswer = firstAnswer;
    }

    public static string RepositoryRoot { get; } = typeof(Site).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public int Port { get; }

    /// <summary>From the start of the process to its first answer with status 200.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Resident memory in megabytes (10^6 bytes).</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the program and asks for <paramref name="path"/> until it answers.</summary>
    public static async Task<Site> StartAsync(string program, string host, string path, (string Name, string Value)[] environment, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port}");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var invoker = new HttpMessageInvoker(handler);
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
                request.Headers.Host = $"{host}:{port}";
                using var answer = await invoker.SendAsync(request, CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return new Site(process, port, clock.Elapsed);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }
    }

    /// <summary>The number that the program answers with.</summary>
    public async Task<double> NumberAsync(string host, string path)
    {
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Port}{path}");
        request.Headers.Host = $"{host}:{Port}";
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        return double.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

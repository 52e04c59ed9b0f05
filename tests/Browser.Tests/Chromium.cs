using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>The system's Chromium, driven by Playwright; the browser that Playwright would download is not used.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    /// <summary>Where the browser is; null when this machine has none, and the tests that need it say so.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>Starts a browser; <paramref name="camera"/> is a film that its camera shows over and over.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? camera = null)
    {
        IEnumerable<string> arguments = camera is null
            ? Quiet
            : [.. Quiet, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={camera}"];
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = arguments });
    }
}

using System.Net;
using System.Text.RegularExpressions;

namespace Sites.Tests.Hosting;

/// <summary>Keeps cookies by host as a browser does, and fills the antiforgery field of the page it came from.</summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<(string Host, string Name), string> _cookies = [];

    public TestBrowser(HttpMessageHandler handler, Uri address)
    {
        _client = new HttpClient(handler) { BaseAddress = address };
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The cookies that would be sent to the browser's own address.</summary>
    public IReadOnlyDictionary<string, string> Cookies
        => _cookies.Where(cookie => cookie.Key.Host == Address.Host).ToDictionary(cookie => cookie.Key.Name, cookie => cookie.Value);

    /// <summary>Puts a cookie in by hand, as somebody would who has copied it.</summary>
    public void SetCookie(string name, string value) => _cookies[(Address.Host, name)] = value;

    public Task<HttpResponseMessage> GetAsync(string path, string? accept = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), accept);

    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
        => SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>Opens the page that holds the form, then posts with its antiforgery field.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string formPage, string path, params (string Name, string Value)[] fields)
        => await PostAsync(path, [.. fields, ("__RequestVerificationToken", TokenOf(await ReadAsync(formPage)))]);

    public static string TokenOf(string html)
        => Token().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["value"].Value) : throw new InvalidOperationException("The page holds no form that is protected:\n" + html);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept = null)
    {
        var uri = new Uri(Address, request.RequestUri!);
        var cookies = _cookies.Where(cookie => cookie.Key.Host == uri.Host).Select(cookie => $"{cookie.Key.Name}={cookie.Value}").ToArray();
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        if (accept is not null)
            request.Headers.Add("Accept", accept);

        var response = await _client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                if (cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
                    _cookies.Remove((uri.Host, pair[0]));
                else
                    _cookies[(uri.Host, pair[0])] = pair[1];
            }
        }

        return response;
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Features.Workflows;
using Sites.Tests.Hosting;

namespace Sites.Tests.Workflows;

/// <summary>Workflows that are called, and that call.</summary>
public sealed partial class HttpTests : IAsyncLifetime
{
    private WorkflowSite _site = null!;
    private TestBrowser _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await WorkflowSite.StartAsync("OrchardCore.Workflows.Http");
        _caller = _site.Sites.Browser("http://alba.localhost");
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_called_address_runs_its_workflow_and_answers_what_it_says()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" })
            .Then("n", "NoteTask", new { Text = "called" })
            .Then("r", "HttpResponseTask", new { HttpStatusCode = 201, ContentType = TypeText.Expression("text/plain"), Content = TypeText.Expression("Hello {{ Workflow.Input.Request.Form.name }}") })
            .Arrows("e:Done>n", "n:Done>r"));
        var address = "/workflows/invoke/" + await TokenAsync("t", "e");

        using var answer = await _caller.PostAsync(address, ("name", "Ana"));
        Assert.Equal((HttpStatusCode.Created, "Hello Ana"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(["called"], await _site.NotesAsync());

        using var forged = await _caller.PostAsync(address[..^4] + "AAAA", ("name", "Ana"));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        using var read = await _caller.GetAsync(address);
        Assert.NotEqual(HttpStatusCode.OK, read.StatusCode);
        Assert.Single(await _site.InstancesAsync());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task A_caller_is_sent_to_pages_of_the_site_only(string location)
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent").Then("r", "HttpRedirectTask", new { Location = TypeText.Expression(location) }).Arrows("e:Done>r"));
        using var answer = await _caller.PostAsync("/workflows/invoke/" + await TokenAsync("t", "e"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Equal(WorkflowStatus.Faulted, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task A_signals_link_is_shown_first_sent_once_and_cannot_be_forged()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent")
            .Then("link", "SetPropertyTask", new { PropertyName = "link", Value = TypeText.Expression("signalUrl('yes')") })
            .Then("w", "SignalEvent", new { SignalName = TypeText.Expression("yes") }).Then("n", "NoteTask", new { Text = "heard" })
            .Arrows("e:Done>link", "link:Done>w", "w:Done>n", "n:Done>w"));
        await _site.TriggerAsync("ProbeEvent", "a");
        await _site.TriggerAsync("ProbeEvent", "b");
        var links = (await _site.InstancesAsync()).ToDictionary(instance => instance.CorrelationId, instance => PathOf(instance.State["Properties"]!["link"]!.GetValue<string>()));

        await _caller.ReadAsync(links["a"]);
        Assert.Empty(await _site.NotesAsync());
        using var sent = await _caller.SubmitAsync(links["a"], "/workflows/Trigger", ("token", links["a"].Split('=')[1]));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        await _site.RunDueAsync();
        Assert.Equal(["heard a"], await _site.NotesAsync());

        using var again = await _caller.SubmitAsync(links["b"], "/workflows/Trigger", ("token", links["a"].Split('=')[1]));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var forged = await _caller.GetAsync(links["b"][..^5] + "AAAAA");
        Assert.Equal(HttpStatusCode.Gone, forged.StatusCode);
        await _site.RunDueAsync();
        Assert.Equal(["heard a"], await _site.NotesAsync());
    }

    [Fact]
    public async Task T23_no_spelling_of_an_address_within_the_house_is_called()
    {
        using var canary = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        canary.Start();
        var port = ((IPEndPoint)canary.LocalEndpoint).Port;
        using var http = new OutgoingHttp(Options.Create(new OutgoingHttpOptions()));
        var called = new List<string>();
        foreach (var host in Spellings)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Uri.TryCreate($"http://{host}:{port}/", UriKind.Absolute, out var uri) ? uri : new Uri("http://0.0.0.0/"));
                await http.SendAsync(request);
                called.Add(host);
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException)
            {
                // Refused, as it should be.
            }
        }

        Assert.Empty(called);
        Assert.False(canary.Pending(), "A connection was made.");
        Assert.True(Spellings.Length >= 60, $"{Spellings.Length} spellings");
    }

    [Fact]
    public async Task A_call_runs_apart_carries_a_key_and_its_answer_chooses_the_exit()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var seen = AnswerOnceAsync(listener, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngone");
        await using var site = await WorkflowSite.StartAsync(
            WorkflowSite.Features.Append("OrchardCore.Workflows.Http"),
            builder => builder.Configuration["OrchardCore:OrchardCore_Workflows:PrivateHosts:0"] = "127.0.0.1");
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/door";
        await site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("before", "NoteTask", new { Text = "before" })
            .Then("call", "HttpRequestTask", new { Url = TypeText.Expression(address), HttpMethod = "POST", Body = TypeText.Expression("{}"), HttpResponseCodes = "200, 404" })
            .Then("n", "NoteTask", new { Text = "not found" }).Arrows("e:Done>before", "before:Done>call", "call:404>n"));
        await site.TriggerAsync("ProbeEvent");
        await site.RunDueAsync();
        var instance = await site.OnlyInstanceAsync();
        Assert.True(instance.Status == WorkflowStatus.Finished, $"{instance.Status} {instance.FaultMessage}");
        Assert.Equal(["before", "not found"], await site.NotesAsync());
        Assert.Contains("Idempotency-Key: " + instance.WorkflowId, await seen, StringComparison.Ordinal);
    }

    private static string[] Spellings =>
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0x7f.1", "127.255.255.254", "localhost", "LOCALHOST", "localhost.",
        "0.0.0.0", "0", "0x0", "00000000", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]",
        "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[fe80::1]", "[fc00::1]", "[fd00::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[::ffff:0:127.0.0.1]",
        "10.0.0.1", "10.1", "167772161", "0x0a000001", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1", "3232235521", "0xc0a80001", "100.64.0.1", "100.127.255.254",
        "169.254.169.254", "169.254.43518", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]",
        "[fd00:ec2::254]", "192.0.0.192", "198.18.0.1", "198.19.255.255", "224.0.0.1", "255.255.255.255", "240.0.0.1", "①②⑦.⓪.⓪.①", "１２７.０.０.１",
    ];

    private async Task<string> TokenAsync(string type, string activity)
    {
        var token = "";
        await _site.InAsync(services =>
        {
            token = services.GetRequiredService<ISecurityTokenService>().CreateToken(new InvokeGrant(type, activity), TimeSpan.FromDays(1));
            return Task.CompletedTask;
        });
        return token;
    }

    private static string PathOf(string link) => Origin().Replace(link, "");

    private static async Task<string> AnswerOnceAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var buffer = new byte[8192];
        var read = await stream.ReadAsync(buffer);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    [GeneratedRegex("^https?://[^/]+")]
    private static partial Regex Origin();
}

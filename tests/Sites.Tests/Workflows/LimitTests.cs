using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Sites.Tests.Workflows;

/// <summary>Scripts get little, and cannot get out; tokens cannot be made elsewhere.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("let s = 'x'; for (;;) { s = s + s; }")]
    [InlineData("(function f() { return f(); })()")]
    [InlineData("let a = []; for (;;) { a.push(new Array(1000).fill('y')); }")]
    [InlineData("new Array(1e9).fill(1)")]
    [InlineData("'a'.repeat(1e9)")]
    [InlineData("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System')")]
    [InlineData("input.constructor.constructor('return 1')()")]
    [InlineData("workflow().GetType().Assembly.GetTypes()")]
    public async Task A_script_that_takes_more_than_its_share_ends_and_is_a_fault(string script)
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("s", "ScriptTask", new { Script = TypeText.Expression(script) }).Then("n", "NoteTask").Arrows("e:Done>s", "s:Done>n"));
        var started = TimeProvider.System.GetTimestamp();
        await _site.TriggerAsync("ProbeEvent");

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "It went on for too long.");
        var instance = await _site.OnlyInstanceAsync();
        Assert.Equal((WorkflowStatus.Faulted, "s"), (instance.Status, instance.Record.Failed?.At));
    }

    [Fact]
    public async Task A_token_is_not_taken_when_it_was_changed_made_elsewhere_or_is_too_old()
    {
        await _site.InAsync(services =>
        {
            var tokens = services.GetRequiredService<ISecurityTokenService>();
            var token = tokens.CreateToken("door", TimeSpan.FromHours(1));
            Assert.True(tokens.TryDecryptToken<string>(token, out var payload));
            Assert.Equal("door", payload);
            for (var i = 0; i < token.Length; i += 3)
            {
                var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
                Assert.False(forged != token && tokens.TryDecryptToken<string>(forged, out _) && i < token.Length - 2, $"A change at {i} was not noticed.");
            }

            Assert.False(tokens.TryDecryptToken<string>("", out _));
            Assert.False(tokens.TryDecryptToken<string>(new string('A', 5000), out _));
            _site.Sites.Time.Advance(TimeSpan.FromHours(1));
            Assert.False(tokens.TryDecryptToken<string>(token, out _));
            return Task.CompletedTask;
        });
    }
}

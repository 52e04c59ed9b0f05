using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using PropertySuite.Running;

namespace Sites.Tests.Commands;

/// <summary>The command line as a person meets it: a process, its words, its exit code, and what it leaves behind.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(2, "There is no command 'begin'", "begin")]
    [InlineData(2, "has no option '--dta'. It has: --urls, --data, --https", "run", "--dta", "x")]
    [InlineData(2, "has no option '-x'", "-x")]
    [InlineData(2, "--data needs a value", "run", "--data")]
    [InlineData(2, "does not know what to do with 'now'", "run", "now")]
    [InlineData(2, "Say for whom", "link")]
    [InlineData(2, "--recipe RECIPE", "setup", "--name", "alba")]
    public async Task What_is_mistyped_is_named(int code, string words, params string[] arguments) => await RefusedAsync(code, words, arguments);

    [Theory]
    [InlineData(6, "no recipe named 'nonsense'", "--recipe", "nonsense", "--host", "alba.localhost")]
    [InlineData(6, "'http://alba' is not a host name", "--recipe", "residential-estate", "--host", "http://alba")]
    [InlineData(6, "needs a host name or a path prefix", "--recipe", "residential-estate")]
    [InlineData(2, "--culture en|es|zh-Hans", "--recipe", "residential-estate", "--host", "alba.localhost", "--culture", "fr")]
    [InlineData(2, "no time zone 'Mars'", "--recipe", "residential-estate", "--host", "alba.localhost", "--time-zone", "Mars")]
    public async Task A_set_up_that_cannot_be_leaves_no_site(int code, string words, params string[] arguments)
    {
        await RefusedAsync(code, words, ["setup", "--data", Data, "--name", "alba", .. arguments]);
        Assert.False(File.Exists(Path.Combine(Data, "tenants.json")));
        Assert.True(!Directory.Exists(Data) || Directory.GetFileSystemEntries(Path.Combine(Data, "Sites")).Length == 0);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        await RefusedAsync(4, $"The folder {file} cannot be written", "run", "--data", file);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_the_address_that_was_asked_for()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await RefusedAsync(3, $"Another program answers at {address} already", "run", "--data", Data, "--urls", address);
    }

    [Theory]
    [InlineData("nonsense", "cannot answer at nonsense")]
    [InlineData("http://192.0.2.1:5099", "cannot answer at http://192.0.2.1:5099")]
    [InlineData("https://127.0.0.1:5099", "Add --https")]
    public async Task An_address_that_cannot_be_used_is_named(string address, string words)
        => await RefusedAsync(9, words, "run", "--data", Data, "--urls", address);

    [Fact]
    public async Task Without_data_there_is_no_link_and_no_folder_is_made()
    {
        await RefusedAsync(7, "No community has been set up yet", "link", "desk", "--data", Data);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_site_is_set_up_once_at_one_address_and_gives_links_by_its_kind()
    {
        await SetUpAsync("residential-estate", "--name", "vallealto", "--host", "valle.localhost");
        var tenants = await File.ReadAllTextAsync(Path.Combine(Data, "tenants.json"), TestContext.Current.CancellationToken);

        await RefusedAsync(6, "'vallealto' is set up already", "setup", "--data", Data, "--recipe", "default-tenant", "--name", "vallealto", "--host", "other.localhost");
        await RefusedAsync(6, "belongs to the site 'vallealto'", "setup", "--data", Data, "--recipe", "default-tenant", "--name", "alba", "--host", "valle.localhost");
        await RefusedAsync(7, "in demonstration communities of a Development machine only", "link", "desk", "--data", Data);
        await RefusedAsync(7, "No community named 'alba' is running. There are: vallealto.", "link", "desk", "--tenant", "alba", "--data", Data);
        Assert.Equal(tenants, await File.ReadAllTextAsync(Path.Combine(Data, "tenants.json"), TestContext.Current.CancellationToken));
        Assert.Equal([Path.Combine(Data, "Sites", "vallealto")], Directory.GetFileSystemEntries(Path.Combine(Data, "Sites")));

        var (code, output) = await Server.RunAsync("link", "manager", "--data", Data);
        Assert.Equal(0, code);
        Assert.StartsWith("http://valle.localhost:5000/Invitation?token=", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_a_demonstration_does_not_have_is_named_with_those_it_has()
    {
        await SetUpAsync("residential-estate", "--name", "alba", "--host", "alba.localhost");
        await RefusedAsync(7, "has no role 'gardener'. It has: Administrator", "link", "gardener", "--data", Data);
    }

    [Fact]
    public async Task Data_of_a_newer_version_is_left_alone()
    {
        await SetUpAsync("default-tenant");
        var database = Path.Combine(Data, "Sites", "Default", "OrchardCore.db");
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """UPDATE Document SET Content = replace(replace(Content, '"LastStep":', '"LastStep":99'), '"Version":', '"Version":99') WHERE Type LIKE '%DataMigrationRecord%'""";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await RefusedAsync(5, "written by a newer version", "run", "--data", Data, "--urls", $"http://127.0.0.1:{Server.FreePort()}", "--environment", "Production");
        await RefusedAsync(5, "written by a newer version", "link", "manager", "--data", Data);

        await File.WriteAllTextAsync(Path.Combine(Data, "suite.json"), """{ "DataVersion": 2 }""", TestContext.Current.CancellationToken);
        await RefusedAsync(5, "written by a newer version of the suite (format 2; this one knows 1)", "run", "--data", Data);
    }

    [Fact]
    public async Task A_list_of_sites_that_cannot_be_read_is_named()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "tenants.json"), "{ broken", TestContext.Current.CancellationToken);
        await RefusedAsync(8, "tenants.json cannot be read", "run", "--data", Data);
        Assert.Equal("{ broken", await File.ReadAllTextAsync(Path.Combine(Data, "tenants.json"), TestContext.Current.CancellationToken));
    }

    private async Task SetUpAsync(string recipe, params string[] arguments)
    {
        var (code, output) = await Server.RunAsync(["setup", "--data", Data, "--recipe", recipe, .. arguments]);
        Assert.True(code == 0, output);
    }

    private static async Task RefusedAsync(int code, string words, params string[] arguments)
    {
        var (exitCode, output) = await Server.RunAsync(arguments);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(code, exitCode);

        // A person is spoken to, not the programmer.
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Hosting failed", output, StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using Sites.Tests.Hosting;
using Sites.Tests.Visitors;

namespace Sites.Tests.Durability;

/// <summary>
/// T4 in small: a disk that is full at any point of three flows. What could not be kept is said so and is not kept by half, pages go on being read,
/// and when there is room again the same works without a restart. The disk is a small one in memory, which this machine must let the test mount.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Password = "Nine quiet herons at dusk";
    private readonly string _disk = Directory.CreateTempSubdirectory("suite-disk-").FullName;
    private readonly bool _isMounted;

    public FullDiskTests() => _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", _disk);

    private string Ballast => Path.Combine(_disk, "ballast");

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _disk);
        }

        Directory.Delete(_disk);
    }

    [Fact]
    public async Task T4_a_full_disk_is_said_keeps_nothing_by_half_and_is_over_when_there_is_room()
    {
        Assert.SkipUnless(_isMounted, "This machine lets nobody mount a small disk.");
        await using (var sites = await TestSites.StartAsync(_disk))
        {
            Assert.Empty((await sites.SetUpAsync("alba", "residential-estate-demo", "alba.localhost", null, ("SiteTimeZone", "Europe/Madrid"))).Values);
            await sites.InAsync("alba", async services =>
            {
                var users = services.GetRequiredService<UserManager<IUser>>();
                Assert.True((await users.AddPasswordAsync((await users.FindByNameAsync("manager"))!, Password)).Succeeded);
            });
            using var manager = sites.Browser("http://alba.localhost");
            using var entered = await manager.SubmitAsync("/Login", "/Login", ("UserName", "manager"), ("Password", Password));
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);

            var (refused, kept) = (0, 0);
            for (var point = 0; point < 25; point++)
            {
                var before = Counts(sites);
                Fill(leaving: point * 6 * 1024);
                using var answer = await FlowAsync(manager, point);
                if (answer.StatusCode == HttpStatusCode.InsufficientStorage)
                {
                    refused++;
                    Assert.Contains("disco del servidor está lleno", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
                    Assert.Equal(before, Counts(sites));
                }
                else
                {
                    kept++;
                    Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{point}: {answer.StatusCode}");
                }

                using var read = await manager.GetAsync("/Admin/Visits");
                Assert.Equal(HttpStatusCode.OK, read.StatusCode);
                File.Delete(Ballast);
                using var again = await FlowAsync(manager, point + 100);
                Assert.True(again.StatusCode == HttpStatusCode.Found, $"{point}, with room: {again.StatusCode}");
            }

            Assert.True(refused >= 5, $"The disk was full {refused} times only.");
            TestContext.Current.TestOutputHelper?.WriteLine($"{refused} refused, {kept} kept");
        }

        using var connection = new SqliteConnection($"Data Source={Path.Combine(_disk, "Sites", "alba", "OrchardCore.db")};Pooling=False");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", check.ExecuteScalar());
    }

    // With a photo, a file or neither: a little is written and much.
    private static async Task<HttpResponseMessage> FlowAsync(TestBrowser manager, int number)
    {
        const string WalkIn = "/Admin/Visits/WalkIn";
        const string Upload = "/Admin/Imports/List/people";
        (string, string)[] visitor = [("Unit", "b7c"), ("Name", $"Visita Llena {number}"), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true")];
        return (number % 3) switch
        {
            0 => await manager.SubmitAsync(WalkIn, WalkIn, visitor),
            1 => await FormFile.SendAsync(manager, WalkIn, "Photo", FormFile.Jpeg(600, 400), "photo.jpg", "image/jpeg", visitor),
            _ => await FormFile.SendAsync(manager, Upload, "file", System.Text.Encoding.UTF8.GetBytes("Given names;Family names;Phone\n" + string.Concat(Enumerable.Range(0, 2000).Select(row => $"Zoe;Llena {number} {row};6{number % 1000:000}{row:00000}\n"))), "people.csv", "text/csv"),
        };
    }

    private static string Counts(TestSites sites)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(sites.FolderOf("alba"), "OrchardCore.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM VisitIndex) || ' ' || (SELECT COUNT(*) FROM VisitPhotoIndex) || ' ' || (SELECT COUNT(*) FROM ImportDraftIndex) || ' ' || (SELECT COUNT(*) FROM HistoryIndex)";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Fills the disk but for some bytes. What SQLite has set aside is given back first, so that it has to ask for room.</summary>
    private void Fill(int leaving)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_disk, "Sites", "alba", "OrchardCore.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        var free = new DriveInfo(_disk).AvailableFreeSpace - leaving;
        using var ballast = File.Create(Ballast);
        var block = new byte[64 * 1024];
        for (; free > 0; free -= block.Length)
        {
            try
            {
                ballast.Write(block, 0, (int)Math.Min(block.Length, free));
                ballast.Flush();
            }
            catch (IOException)
            {
                return;
            }
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

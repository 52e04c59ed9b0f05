using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Policy;

/// <summary>
/// VIS-19: who a visitor was is deleted wherever it is kept: the visit, the mail and the notifications about it, and what an import keeps to undo
/// itself. A name that is nowhere else is looked for in every row and every file of the community.
/// </summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Canary = "Zenobia Quiriquincho";
    private PolicySites _site = null!;

    public async ValueTask InitializeAsync() => _site = await PolicySites.StartAsync("alba", "residential-estate-demo");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task VIS19_A_name_that_is_erased_on_request_is_nowhere_in_the_community_any_more()
    {
        var visitId = await LeftAsync();
        await ImportedBeforeAsync(visitId);
        Assert.True(Places().Count >= 3, string.Join("; ", Places()));
        Assert.Contains(Canary, await _site.ToldAsync("owner"), StringComparison.Ordinal);

        using var captain = await _site.SignInAsync("captain");
        var identity = $"/Admin/Visits/Record/{visitId}";
        using var erased = await captain.SubmitAsync(identity + "/Identity", identity + "/Erase", ("Reason", "Asked by the visitor"));
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        Assert.Empty(Places());
        Assert.DoesNotContain(Canary, await _site.ToldAsync("owner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS19_On_the_day_on_which_names_are_deleted_mail_and_notifications_lose_them_too()
    {
        var visitId = await LeftAsync();
        await ImportedBeforeAsync(visitId);
        _site.Sites.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await ForgetAsync();
        Assert.NotEmpty(Places());

        _site.Sites.Time.Advance(TimeSpan.FromMinutes(1));
        await ForgetAsync();
        Assert.Empty(Places());
    }

    [Fact]
    public async Task A_mail_that_has_not_gone_yet_is_not_sent_after_the_visitor_was_erased()
    {
        await _site.Mail.CloseAsync();
        var visitId = await LeftAsync();
        using var captain = await _site.SignInAsync("captain");
        var identity = $"/Admin/Visits/Record/{visitId}";
        using var erased = await captain.SubmitAsync(identity + "/Identity", identity + "/Erase", ("Reason", "Asked by the visitor"));
        _site.Mail.Open();
        await _site.PassAsync(TimeSpan.FromHours(3));
        Assert.DoesNotContain(_site.Mail.Received, mail => mail.Text.Contains("Zenobia", StringComparison.Ordinal));
        Assert.Empty(Places());
    }

    [Fact]
    public async Task A_file_that_was_uploaded_and_left_is_thrown_away_after_a_day()
    {
        using var manager = await _site.SignInAsync("manager");
        const string Page = "/Admin/Imports/List/people";
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TestBrowser.TokenOf(await manager.ReadAsync(Page))), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"Given names;Family names;Phone\nZenobia;Quiriquincho;600 777 999\n")), "file", "left.csv" },
        };
        using var uploaded = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Post, Page) { Content = content });
        Assert.Equal(HttpStatusCode.Found, uploaded.StatusCode);
        Assert.Equal(1, await DraftsAsync());

        await _site.PassAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.Equal(1, await DraftsAsync());
        await _site.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await DraftsAsync());
    }

    private async Task<int> DraftsAsync()
    {
        var count = 0;
        await _site.InAsync(async services => count = await services.GetRequiredService<YesSql.ISession>().QueryIndex<ImportDraftIndex>().CountAsync());
        return count;
    }

    // The host is asked by mail and told by mail and notification; the guard lets in and out.
    private async Task<string> LeftAsync()
    {
        using var desk = await _site.SignInAsync("desk");
        using var guard = await _site.SignInAsync("guard");
        await PolicySites.StandAsync(guard, "entrancenorth0000000000001");
        var visitId = await PolicySites.RegisterAsync(desk, "b7c", Canary, "Guest");
        await PolicySites.LetInAsync(desk, guard, visitId);
        await _site.RunDueAsync();
        using var left = await guard.SubmitAsync($"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Gate/{visitId}/Leave", ("badge", "None"));
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        await _site.RunDueAsync();
        return visitId;
    }

    // As an import leaves it that has changed this visit: with its former values, to be undone.
    private Task ImportedBeforeAsync(string visitId) => _site.InAsync(async services =>
    {
        var item = await services.GetRequiredService<IContentManager>().GetAsync(visitId);
        var before = System.Text.Json.JsonSerializer.Serialize(item, System.Text.Json.JOptions.Default);
        Assert.Contains("Zenobia", before, StringComparison.Ordinal);
        await services.GetRequiredService<YesSql.ISession>().SaveAsync(new ImportedRecords { RunId = "canary", Records = [new ImportedRecord(visitId, "x", before)] });
    });

    private Task ForgetAsync() => _site.InAsync(services => services.GetRequiredService<VisitClock>().ForgetAsync());

    /// <summary>Where in the community's database and files a word of the name stands, as text or as bytes.</summary>
    private List<string> Places()
    {
        var folder = _site.Sites.FolderOf("alba");
        var found = new List<string>();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "OrchardCore.db")};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => row[0]))
            {
                found.AddRange(Rows(connection, $"SELECT * FROM \"{table}\"")
                    .Where(row => row.Any(cell => cell.Contains("zenobia", StringComparison.OrdinalIgnoreCase) || cell.Contains("quiriquincho", StringComparison.OrdinalIgnoreCase)))
                    .Select(row => table + ": " + string.Join(" | ", row.Select(cell => cell.Length > 60 ? cell[..60] : cell))));
            }
        }

        found.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("OrchardCore.db", StringComparison.Ordinal) && File.ReadAllText(file).Contains("Zenobia", StringComparison.OrdinalIgnoreCase)));
        return found;
    }

    private static IEnumerable<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of tables come from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!)];
        }
    }
}

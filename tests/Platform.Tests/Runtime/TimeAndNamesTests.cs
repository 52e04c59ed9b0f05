using Microsoft.AspNetCore.Http;
using OrchardCore;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using PropertySuite.Platform.Locking;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;
using PropertySuite.Platform.Time;

namespace Platform.Tests.Runtime;

public sealed class TimeAndNamesTests
{
    private static readonly Clock s_clock = new(TimeProvider.System);

    [Theory]
    [InlineData("Europe/Madrid", "2026-03-29T02:30:00", "2026-03-29T01:30:00")] // skipped: carried over the gap
    [InlineData("Europe/Madrid", "2026-10-25T02:30:00", "2026-10-25T00:30:00")] // twice: the first
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00")] // a gap of half an hour
    [InlineData("Asia/Shanghai", "2026-07-01T12:00:00", "2026-07-01T04:00:00")]
    public void T34_a_local_time_has_one_instant(string zone, string local, string utc)
        => Assert.Equal(
            DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture),
            Clock.ToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), s_clock.GetTimeZone(zone)));

    [Fact]
    public void An_unknown_zone_is_the_systems()
        => Assert.Equal(s_clock.GetSystemTimeZone().TimeZoneId, s_clock.GetTimeZone("No/Where").TimeZoneId);

    [Fact]
    public void Stored_instants_are_read_as_UTC_whatever_their_kind()
    {
        var madrid = s_clock.GetTimeZone("Europe/Madrid");
        var local = s_clock.ConvertToTimeZone(new DateTime(2026, 7, 1, 10, 0, 0, DateTimeKind.Unspecified), madrid);
        Assert.Equal(12, local.Hour);
    }

    [Fact]
    public void Ids_are_26_characters_unique_and_sort_by_time()
    {
        var ids = Enumerable.Range(0, 2000).Select(_ => IdGenerator.GenerateId()).ToArray();
        Assert.All(ids, id => Assert.Matches("^4[0-9a-hjkmnp-tv-z]{25}$", id));
        Assert.Equal(ids.Length, ids.Distinct().Count());

        // The first ten characters hold the time: 3 fixed bits, then 47 of the 48 bits of milliseconds.
        var times = ids.Select(id => id[..10]).ToArray();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("Área común, planta 2ª", "area-comun-planta-2ª")]
    [InlineData("  Owner's  note ", "owners-note")]
    [InlineData("阳光 花园", "阳光-花园")]
    [InlineData("---", "")]
    public void Slugs_keep_letters_of_every_script(string text, string slug) => Assert.Equal(slug, new SlugService().Slugify(text));

    [Theory]
    [InlineData("alba.localhost", "/", "alba")]
    [InlineData("alba.localhost:5000", "/x", "alba")]
    [InlineData("north.estates.test", "/", "estates")]
    [InlineData("alba.localhost", "/shop/basket", "shop")]
    [InlineData("alba.localhost", "/shopping", "alba")]
    [InlineData("elsewhere.test", "/", "Default")]
    [InlineData("elsewhere.test", "/trial", "trial")]
    public void An_address_belongs_to_one_tenant(string host, string path, string expected)
    {
        var table = new RunningShellTable();
        foreach (var (name, hosts, prefix) in new[] { ("Default", "", ""), ("alba", "alba.localhost", ""), ("shop", "alba.localhost", "shop"), ("estates", "*.estates.test", ""), ("trial", "", "trial") })
            table.Add(new ShellSettings { Name = name, RequestUrlHost = hosts, RequestUrlPrefix = prefix });
        Assert.Equal(expected, table.Match(new HostString(host), path)?.Name);
    }

    [Fact]
    public async Task A_lock_is_had_by_one_and_forgotten_when_free()
    {
        var locks = new LocalLock(TimeProvider.System);
        await using (await locks.AcquireLockAsync("number"))
        {
            var (locker, locked) = await locks.TryAcquireLockAsync("number", TimeSpan.Zero);
            Assert.False(locked);
            Assert.Null(locker);
            Assert.True(await locks.IsLockAcquiredAsync("number"));
        }

        Assert.False(await locks.IsLockAcquiredAsync("number"));
    }
}

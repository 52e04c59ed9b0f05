using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;
using PropertySuite.Core.Pages;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

public sealed class PassTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_pass_is_read_as_it_was_signed()
    {
        var token = Token();

        var reading = PassSigner.Read(PassSigner.Sign(token, _key), Keys());

        Assert.Equal(PassVerdict.Genuine, reading.Verdict);
        Assert.Equal(token, reading.Token);
    }

    [Fact]
    public void A_pass_with_any_bit_changed_is_not_genuine()
    {
        var signed = PassSigner.Sign(Token(), _key);
        var bytes = Base64Url.DecodeFromChars(signed.AsSpan(PassToken.Prefix.Length));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var reading = PassSigner.Read(PassToken.Prefix + Base64Url.EncodeToString(changed), Keys());

            Assert.True(reading.Verdict != PassVerdict.Genuine, $"bit {bit} may be changed unnoticed");
            Assert.Null(reading.Token);
        }
    }

    [Fact]
    public void A_pass_of_another_community_is_told_from_a_forged_one()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var foreign = PassSigner.Sign(Token() with { KeyId = PassSigner.KeyId(other.ExportSubjectPublicKeyInfo()) }, other);
        var forged = PassSigner.Sign(Token(), other);

        Assert.Equal(PassVerdict.Foreign, PassSigner.Read(foreign, Keys()).Verdict);
        Assert.Equal(PassVerdict.Forged, PassSigner.Read(forged, Keys()).Verdict);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.invalid/x")]
    [InlineData("PS1.")]
    [InlineData("PS1.not base64 at all")]
    [InlineData("PS1.AAAA")]
    [InlineData("WIFI:T:WPA;S:casa;P:secreta;;")]
    public void What_is_no_pass_is_called_damaged(string? scanned) => Assert.Equal(PassVerdict.Damaged, PassSigner.Read(scanned, Keys()).Verdict);

    [Fact]
    public void A_pass_cut_anywhere_is_called_damaged()
    {
        var signed = PassSigner.Sign(Token(), _key);

        Assert.All(Enumerable.Range(0, signed.Length), length => Assert.Equal(PassVerdict.Damaged, PassSigner.Read(signed[..length], Keys()).Verdict));
    }

    [Fact]
    public void A_pass_holds_nothing_that_tells_who_comes_or_where_to()
    {
        var bytes = Base64Url.DecodeFromChars(PassSigner.Sign(Token(), _key).AsSpan(PassToken.Prefix.Length));

        Assert.Equal(97, bytes.Length);
        Assert.Equal(
            ["FromUtc", "KeyId", "PassId", "UntilUtc"],
            typeof(PassToken).GetProperties().Where(property => property.DeclaringType == typeof(PassToken) && property.Name != "EqualityContract").Select(property => property.Name).Order());
    }

    [Fact]
    public async Task Ids_and_addresses_of_passes_have_128_bits_and_never_repeat()
    {
        var maker = new PassMaker(new EphemeralDataProtectionProvider());
        var passes = new List<VisitPass>();
        for (var i = 0; i < 500; i++)
        {
            passes.Add(await maker.MakeAsync(new DateOnly(2026, 11, 13), _ => Task.FromResult(false)));
        }

        Assert.All(passes, pass => Assert.Equal(16, Base64Url.DecodeFromChars(pass.PassId).Length));
        Assert.All(passes, pass => Assert.Equal(16, Base64Url.DecodeFromChars(maker.Link(pass)).Length));
        Assert.All(passes, pass => Assert.Matches("^[0-9]{6}$", pass.Code));
        Assert.All(passes, pass => Assert.Equal(PassMaker.Hash(maker.Link(pass)), pass.LinkHash));
        Assert.All(passes, pass => Assert.DoesNotContain(maker.Link(pass), pass.ToString(), StringComparison.Ordinal));
        Assert.Equal(1000, passes.SelectMany(pass => new[] { pass.PassId, maker.Link(pass) }).Distinct().Count());
    }

    [Fact]
    public async Task A_code_that_is_in_use_is_not_drawn_again()
    {
        var drawn = new HashSet<string>();

        var pass = await new PassMaker(new EphemeralDataProtectionProvider()).MakeAsync(
            new DateOnly(2026, 11, 13),
            code => Task.FromResult(drawn.Count < 3 && drawn.Add(code)));

        Assert.Equal(3, drawn.Count);
        Assert.DoesNotContain(pass.Code, drawn);
    }

    [Fact]
    public void A_code_is_bound_to_its_day()
    {
        Assert.Equal("20261113:483127", PassMaker.CodeKey(new DateOnly(2026, 11, 13), "483127"));
        Assert.NotEqual(PassMaker.CodeKey(new DateOnly(2026, 11, 13), "483127"), PassMaker.CodeKey(new DateOnly(2026, 11, 14), "483127"));
    }

    [Fact]
    public void The_picture_is_square_with_a_quiet_zone_and_draws_whole_modules()
    {
        var picture = QrPicture.Of(PassSigner.Sign(Token(), _key));

        Assert.InRange(picture.Side, 29, 85);
        Assert.Matches(@"^(M\d+ \d+h\d+v1h-\d+z)+$", picture.Path);
        Assert.StartsWith("M4 4h7", picture.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void After_ten_wrong_codes_a_guard_waits_and_another_guard_does_not()
    {
        var clock = new TestClock(Nine);
        var tries = new CodeTries(clock);
        for (var i = 0; i < 9; i++)
        {
            tries.Count("tomas");
        }

        Assert.Null(tries.Wait("tomas"));
        clock.UtcNow = Nine.AddMinutes(4);
        tries.Count("tomas");

        Assert.Equal(TimeSpan.FromMinutes(6), tries.Wait("tomas"));
        Assert.Null(tries.Wait("lucia"));
        clock.UtcNow = Nine.AddMinutes(10);
        Assert.Null(tries.Wait("tomas"));
    }

    private PassToken Token() => new(PassSigner.KeyId(_key.ExportSubjectPublicKeyInfo()), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), Nine, Ten);

    private Dictionary<string, byte[]> Keys()
    {
        var publicKey = _key.ExportSubjectPublicKeyInfo();
        return new() { [PassSigner.KeyId(publicKey)] = publicKey };
    }
}

using System.Text;
using PropertySuite.Platform.Users;

namespace Platform.Tests.People;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
        => Assert.Equal(code, OneTimeCode.At(Key, OneTimeCode.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Fact]
    public void A_phone_may_be_half_a_minute_off_and_not_more()
    {
        var now = new DateTime(2026, 3, 2, 9, 0, 10, DateTimeKind.Utc);
        var step = OneTimeCode.StepAt(now);
        for (var off = -1; off <= 1; off++)
        {
            Assert.Equal(step + off, OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step + off), now, usedStep: 0));
        }

        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step - 2), now, usedStep: 0));
        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step + 2), now, usedStep: 0));
    }

    [Fact]
    public void A_code_serves_once_and_those_before_it_no_more()
    {
        var now = new DateTime(2026, 3, 2, 9, 0, 10, DateTimeKind.Utc);
        var step = OneTimeCode.StepAt(now);

        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step), now, usedStep: step));
        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step - 1), now, usedStep: step));
        Assert.Equal(step + 1, OneTimeCode.StepOf(Key, OneTimeCode.At(Key, step + 1), now, usedStep: step));
    }

    [Fact]
    public void The_address_is_one_that_apps_read()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCode.Written(Key));
        Assert.Equal(
            "otpauth://totp/Altos%20del%20Alba:mar%C3%ADa%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Altos%20del%20Alba&digits=6&period=30",
            OneTimeCode.Address("Altos del Alba", "maría@example.org", Key));
    }

    [Fact]
    public void A_recovery_code_is_read_as_people_type_it_and_kept_as_a_hash()
    {
        var (shown, salt, hashes) = RecoveryCodes.Make();

        Assert.Equal(10, shown.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(shown, code => hashes.Any(hash => hash.Contains(code[..5], StringComparison.Ordinal)));
        var typed = RecoveryCodes.Read(" " + shown[3].ToLowerInvariant().Replace('-', ' ') + " ");
        Assert.Equal(hashes[3], RecoveryCodes.Find(typed!, salt, hashes));
        Assert.Null(RecoveryCodes.Find("ABCDEFGHJK", salt, hashes));
        Assert.Null(RecoveryCodes.Read("287082"));
    }
}

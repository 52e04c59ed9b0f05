using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Users;

namespace Platform.Tests.People;

public sealed class PasswordPolicyTests
{
    private static readonly User Elena = new() { UserName = "elena.vidal", Email = "elena.vidal@example.org" };

    [Theory]
    [InlineData("sieteca", "PasswordTooShort")]
    [InlineData("", "PasswordTooShort")]
    [InlineData("😀😀😀😀😀😀😀", "PasswordTooShort")]
    [InlineData("password", "PasswordCommon")]
    [InlineData("Password123", "PasswordCommon")]
    [InlineData("P@ssw0rd", "PasswordCommon")]
    [InlineData("contraseña1", "PasswordCommon")]
    [InlineData("qwertyuiop", "PasswordCommon")]
    [InlineData("1qaz2wsx3edc", "PasswordCommon")]
    [InlineData("12345678", "PasswordCommon")]
    [InlineData("987654321", "PasswordCommon")]
    [InlineData("aaaaaaaaaaaa", "PasswordCommon")]
    [InlineData("abcabcabcabc", "PasswordCommon")]
    [InlineData("realmadrid2024", "PasswordCommon")]
    [InlineData("woaini1314", "PasswordCommon")]
    [InlineData("  iloveyou  ", "PasswordCommon")]
    [InlineData("Elena.Vidal", "PasswordIsName")]
    [InlineData("elena.vidal@example.org", "PasswordIsName")]
    public void T27_what_a_stranger_would_guess_is_refused(string password, string code) => Assert.Equal(code, Policy().Check(password, Elena)?.Code);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("solo minusculas largas")]
    [InlineData("四个不相关的词语")]
    [InlineData("  con espacios  ")]
    [InlineData("😀🚪🌙🧱🛗🅿️🪴🔑")]
    [InlineData("8237465019283")]
    [InlineData("ñandúñandero")]
    public void T27_any_characters_will_do(string password) => Assert.Null(Policy().Check(password, Elena));

    [Theory]
    [InlineData(64, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void T27_long_ones_are_accepted_up_to_a_limit(int length, bool accepted)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i * 7 + i * 13) % 26)));
        Assert.Equal(accepted, Policy().Check(password, Elena) is null);
    }

    [Fact]
    public void T27_the_same_letter_typed_on_another_keyboard_is_the_same()
    {
        var hasher = Hasher();
        var hash = hasher.HashPassword(Elena, "señora de la casa");
        Assert.NotEqual(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Elena, hash, "sen\u0303ora de la casa"));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Elena, hash, "senora de la casa"));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Elena, hash, "señora de la casa "));
    }

    [Fact]
    public void T27_a_hash_costs_what_it_should()
    {
        var bytes = Convert.FromBase64String(Hasher().HashPassword(Elena, "señora de la casa"));

        // The framework's format: marker, pseudo-random function, iterations, each 32 bits with the highest byte first.
        Assert.Equal(1, bytes[0]);
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1)));
        Assert.Equal(UsersServices.HashIterations, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)));
        Assert.True(UsersServices.HashIterations >= 210_000);
    }

    private static PasswordPolicy Policy() => new(new AccountErrors(new StringLocalizer<AccountErrors>(new PoStringLocalizerFactory(new NoTexts()))));

    private static NormalizingPasswordHasher Hasher()
        => new(Options.Create(new PasswordHasherOptions { IterationCount = UsersServices.HashIterations }));

    private sealed class NoTexts : OrchardCore.Localization.ILocalizationManager
    {
        public OrchardCore.Localization.CultureDictionary GetDictionary(System.Globalization.CultureInfo culture) => new(culture.Name, _ => 0);
    }
}

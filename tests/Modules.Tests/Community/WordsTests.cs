using PropertySuite.Community;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;

namespace Modules.Tests.Community;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Julián O’Farrell Ñúñez", "julian ofarrell nunez")]
    [InlineData("O'Farrell", "ofarrell")]
    [InlineData("GARCÍA-LÓPEZ,  María", "garcia lopez maria")]
    [InlineData("İnci Çağ", "inci cag")]
    [InlineData("王小明", "王小明")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Names_are_compared_without_case_accents_and_signs(string? name, string folded) =>
        Assert.Equal(folded, Words.Folded(name));

    [Fact]
    public void A_name_written_with_combining_signs_is_the_same_name() =>
        Assert.Equal(Words.Folded("Ñúñez"), Words.Folded("N\u0303u\u0301n\u0303ez"));

    [Fact]
    public void White_space_around_and_within_is_tidied() => Assert.Equal("Elena Vidal", Words.OrNull("  Elena \t Vidal\n"));

    [Theory]
    [InlineData("600 000 344", "••• ••• •44")]
    [InlineData("+34 600-00", "+•• •••-00")]
    [InlineData("7", "7")]
    [InlineData(null, "")]
    public void A_masked_phone_keeps_its_last_two_digits(string? phone, string masked) => Assert.Equal(masked, Masked.Phone(phone));

    [Theory]
    [InlineData("elena@demo.invalid", "e•••@demo.invalid")]
    [InlineData("@demo.invalid", "•••")]
    [InlineData("", "")]
    public void A_masked_address_keeps_its_first_letter_and_its_host(string email, string masked) => Assert.Equal(masked, Masked.Email(email));

    [Theory]
    [InlineData("96,40", "96.40")]
    [InlineData("96.4", "96.4")]
    [InlineData(" 50 % ", "50")]
    [InlineData("-3", "-3")]
    public void Comma_and_point_are_both_decimal_signs(string typed, string figure)
    {
        Assert.True(Figures.TryRead(typed, out var read));
        Assert.Equal(decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,2,3")]
    [InlineData("ninety")]
    [InlineData("1e3")]
    public void What_could_mean_two_figures_is_refused(string typed) => Assert.False(Figures.TryRead(typed, out _));

    [Fact]
    public void No_figure_is_fine()
    {
        Assert.True(Figures.TryRead("  ", out var figure));
        Assert.Null(figure);
    }
}

using Xunit;

namespace BTech.Languages.Tests;

/// <summary>A code is read as it was meant, however it was typed.</summary>
public sealed class TypedCodeTests
{
    [Theory]
    [InlineData("ABCD-1234", "ABCD1234")]
    [InlineData(" abcd 12 34 ", "ABCD1234")]
    [InlineData("abcd\u2011\u20131234\u2010", "ABCD1234")]
    [InlineData("oOiIlL", "001111")]
    [InlineData("\uFF21\uFF22\uFF11\u3000\uFF12", "AB12")]
    [InlineData("A\u00A0B\tC\nD", "ABCD")]
    [InlineData("U?", "U?")]
    [InlineData("", "")]
    public void A_code_is_read_as_it_was_meant(string typed, string meant) => Assert.Equal(meant, TypedCode.Read(typed));

    [Fact]
    public void What_is_too_long_for_any_code_is_not_read()
    {
        Assert.Null(TypedCode.Read(null));
        Assert.NotNull(TypedCode.Read(new string('A', 200)));
        Assert.Null(TypedCode.Read(new string('A', 201)));
    }

    [Fact]
    public void No_sign_of_the_alphabet_is_read_as_another() => Assert.Equal(TypedCode.Alphabet, TypedCode.Read(TypedCode.Alphabet));

    [Fact]
    public void What_is_grouped_reads_as_it_was()
    {
        Assert.Equal("ABCDE-FGHJK-MN", TypedCode.Grouped("ABCDEFGHJKMN", 5));
        Assert.Equal("ABCDEFGHJKMN", TypedCode.Read(TypedCode.Grouped("ABCDEFGHJKMN", 5)));
    }
}

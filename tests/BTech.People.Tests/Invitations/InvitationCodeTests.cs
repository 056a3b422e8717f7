using BTech.People.Invitations;
using CsCheck;

namespace BTech.People.Tests.Invitations;

public sealed class InvitationCodeTests
{
    [Fact]
    public void Mint_ManyTimes_GivesDifferentCodesOf32Characters()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => InvitationCode.Mint()).ToList();

        Assert.Equal(1000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9a-hjkmnp-tv-z]{32}$", code));
    }

    [Fact]
    public void Hash_TypedInAnyManner_IsThatOfTheLink() =>
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool).Sample((separator, upper, confused) =>
        {
            var code = InvitationCode.Mint();
            var typed = string.Join(new[] { "", "-", " ", " - " }[separator], code.Chunk(4).Select(group => new string(group)));
            if (upper) typed = typed.ToUpperInvariant();
            if (confused) typed = typed.Replace('0', 'O').Replace('1', 'l');
            Assert.Equal(InvitationCode.Hash(code), InvitationCode.Hash(typed));
        }, iter: 200);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("0000-0000-0000-0000-0000-0000-0000-000")]
    [InlineData("0000-0000-0000-0000-0000-0000-0000-00000")]
    [InlineData("uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu")]
    [InlineData("../../../../../../../../../../..")]
    public void Hash_NotACode_IsNothing(string? typed) => Assert.Null(InvitationCode.Hash(typed));

    [Fact]
    public void Grouped_Code_ReadsInFours() =>
        Assert.Equal("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789", InvitationCode.Grouped("abcdefghjkmnpqrstvwxyz0123456789"));
}

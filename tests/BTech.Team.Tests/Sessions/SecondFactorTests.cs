using System.Text;

namespace BTech.Team.Tests.Sessions;

public sealed class SecondFactorTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void At_ExamplesOfTheStandard_GiveItsCodes(long seconds, string code) =>
        Assert.Equal(code, TimeCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void ToText_ExampleOfTheStandard_IsBase32() => Assert.Equal("MZXW6YTB", TimeCode.ToText("fooba"u8));

    [Fact]
    public async Task SetUp_ThenSignIn_NeedsEachCodeOnce()
    {
        var person = await team.PersonAsync();
        var (sealedKey, key) = await NewKeyAsync(person);
        Assert.Null(await SetUpAsync(person, sealedKey, "000000"));
        var recovery = await SetUpAsync(person, sealedKey, Code(key));
        Assert.Equal(SecondFactor.RecoveryCodes, recovery!.Count);

        Assert.Equal(PasswordVerdict.CodeNeeded, await team.TryAsync(person.Email, TeamFixture.Password));
        Assert.Equal(PasswordVerdict.CodeNeeded, await team.TryAsync(person.Email, TeamFixture.Password, Code(key)));
        team.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(PasswordVerdict.Right, await team.TryAsync(person.Email, TeamFixture.Password, Code(key)));
        Assert.Equal(PasswordVerdict.CodeNeeded, await team.TryAsync(person.Email, TeamFixture.Password, Code(key)));
        Assert.Equal(PasswordVerdict.Right, await team.TryAsync(person.Email, TeamFixture.Password, recovery[0]));
        Assert.Equal(PasswordVerdict.CodeNeeded, await team.TryAsync(person.Email, TeamFixture.Password, recovery[0]));
    }

    [Fact]
    public async Task SetUp_KeyOfSomebodyElse_IsRefused()
    {
        var (one, other) = (await team.PersonAsync(), await team.PersonAsync());
        var (sealedKey, key) = await NewKeyAsync(one);
        Assert.Null(await SetUpAsync(other, sealedKey, Code(key)));
    }

    private async Task<(string Sealed, byte[] Key)> NewKeyAsync(StaffMember person)
    {
        var sealedKey = await team.WithAsync((SecondFactor factor) => Task.FromResult(factor.NewKey(person.Id)));
        var text = await team.WithAsync((SecondFactor factor) => Task.FromResult(factor.Readable(person.Id, sealedKey)!));
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return (sealedKey, [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))]);
    }

    private Task<IReadOnlyList<string>?> SetUpAsync(StaffMember person, string sealedKey, string code) =>
        team.WithAsync((SecondFactor factor) => factor.SetUpAsync(person.Id, sealedKey, code, default));

    private string Code(byte[] key) => TimeCode.At(key, TimeCode.StepAt(team.Clock.GetUtcNow()));
}

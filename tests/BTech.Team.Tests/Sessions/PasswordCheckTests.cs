namespace BTech.Team.Tests.Sessions;

public sealed class PasswordCheckTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    [Fact]
    public async Task Try_HundredParallelGuesses_TheRightOneAmongTheLastIsRefused()
    {
        var person = await team.PersonAsync();
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => team.TryAsync(person.Email, "a wrong guess 123")));
        Assert.DoesNotContain(PasswordVerdict.Right, verdicts);
        // The account rests now, even for the right password; nobody is told that it was right.
        Assert.Equal(PasswordVerdict.Refused, await team.TryAsync(person.Email, TeamFixture.Password));
        team.Clock.Advance(PasswordCheck.Rest + TimeSpan.FromSeconds(1));
        Assert.Equal(PasswordVerdict.Right, await team.TryAsync(person.Email, TeamFixture.Password));
    }

    [Fact]
    public async Task Try_FourWrongThenRight_IsRightAndForgetsThem()
    {
        var person = await team.PersonAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var guess = 0; guess < PasswordCheck.Tries - 1; guess++)
                Assert.Equal(PasswordVerdict.Refused, await team.TryAsync(person.Email, "a wrong guess 123"));
            Assert.Equal(PasswordVerdict.Right, await team.TryAsync(person.Email, TeamFixture.Password));
        }
    }

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("")]
    [InlineData("nul\0nul@example.org")]
    [InlineData("half\ud800@example.org")]
    public async Task Try_UnknownAddress_IsRefused(string email) => Assert.Equal(PasswordVerdict.Refused, await team.TryAsync(email, TeamFixture.Password));

    [Fact]
    public async Task Try_InvitedWithoutPassword_IsRefused()
    {
        var member = (await team.WithAsync((StaffAccounts accounts) => accounts.AddAsync(null, "newcomer@example.org", default)))!;
        Assert.Equal(PasswordVerdict.Refused, await team.TryAsync(member.Email, ""));
    }
}

namespace BTech.Team.Tests.Accounts;

public sealed class PasswordLinksTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    private const string Fresh = "nine brown bears 99";

    [Fact]
    public async Task Use_InParallel_WorksOnce()
    {
        var person = await team.PersonAsync();
        var link = await MintAsync(person);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => team.WithAsync((PasswordLinks links) => links.UseAsync(link, Fresh, default))));
        Assert.Single(outcomes, outcome => outcome == PasswordProblem.None);
        Assert.Equal(7, outcomes.Count(outcome => outcome is null));
        Assert.Equal(PasswordVerdict.Right, await team.TryAsync(person.Email, Fresh));
    }

    [Fact]
    public async Task Find_Reset_EndsAfterTenMinutes()
    {
        var link = await MintAsync(await team.PersonAsync());
        Assert.NotNull(await FindAsync(link));
        team.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await FindAsync(link));
        Assert.Null(await team.WithAsync((PasswordLinks links) => links.UseAsync(link, Fresh, default)));
    }

    [Fact]
    public async Task Find_Newcomer_EndsAfterSevenDays()
    {
        var member = (await team.WithAsync((StaffAccounts accounts) => accounts.AddAsync(null, "newcomer2@example.org", default)))!;
        var link = await MintAsync(member);
        team.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(link));
        team.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(link));
    }

    [Fact]
    public async Task Mint_Again_EndsTheLinkBefore()
    {
        var person = await team.PersonAsync();
        var first = await MintAsync(person);
        await MintAsync(person);
        Assert.Null(await FindAsync(first));
    }

    [Fact]
    public async Task Use_WeakPassword_IsRefusedAndTheLinkStays()
    {
        var link = await MintAsync(await team.PersonAsync());
        Assert.Equal(PasswordProblem.TooShort, await team.WithAsync((PasswordLinks links) => links.UseAsync(link, "short", default)));
        Assert.NotNull(await FindAsync(link));
    }

    [Fact]
    public async Task Find_ClosedAccount_IsNothing()
    {
        await team.PersonAsync(StaffRole.Administrator);
        var person = await team.PersonAsync();
        var link = await MintAsync(person);
        await team.WithAsync((StaffAccounts accounts) => accounts.CloseAsync(null, person.Id, default));
        Assert.Null(await FindAsync(link));
    }

    private Task<string> MintAsync(StaffMember person) => team.WithAsync((PasswordLinks links) => links.MintAsync(null, person.Id, default));

    private Task<StaffMember?> FindAsync(string link) => team.WithAsync((PasswordLinks links) => links.FindAsync(link, default));
}

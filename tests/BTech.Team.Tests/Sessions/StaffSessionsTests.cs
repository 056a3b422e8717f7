namespace BTech.Team.Tests.Sessions;

public sealed class StaffSessionsTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    [Fact]
    public async Task End_OneSession_EndsEveryCopyOfItsKey()
    {
        var person = await team.PersonAsync();
        var key = await StartAsync(person);
        var other = await StartAsync(person);
        await team.WithAsync((StaffSessions sessions) => sessions.EndAsync(key, default));
        Assert.Null(await FindAsync(key));
        Assert.NotNull(await FindAsync(other));
    }

    [Fact]
    public async Task Find_Unused_EndsAfterAnHour()
    {
        var key = await StartAsync(await team.PersonAsync());
        team.Clock.Advance(StaffSessions.Idle);
        Assert.Null(await FindAsync(key));
    }

    [Fact]
    public async Task Find_UsedAllDay_EndsAfterTwelveHours()
    {
        var key = await StartAsync(await team.PersonAsync());
        for (var used = 0; used < 23; used++)
        {
            team.Clock.Advance(TimeSpan.FromMinutes(31));
            Assert.NotNull(await FindAsync(key));
        }
        team.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await FindAsync(key));
    }

    [Fact]
    public async Task SetPassword_NewPassword_EndsEverySession()
    {
        var person = await team.PersonAsync();
        var key = await StartAsync(person);
        await team.WithAsync((StaffAccounts accounts) => accounts.SetPasswordAsync(person.Id, "eight brown bears 8", default));
        Assert.Null(await FindAsync(key));
    }

    private Task<string> StartAsync(StaffMember person) => team.WithAsync((StaffSessions sessions) => sessions.StartAsync(person.Id, default));

    private Task<SignedInStaff?> FindAsync(string key) => team.WithAsync((StaffSessions sessions) => sessions.FindAsync(key, default));
}

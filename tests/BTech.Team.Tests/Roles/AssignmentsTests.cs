namespace BTech.Team.Tests.Roles;

public sealed class AssignmentsTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    [Fact]
    public async Task Give_OppositeSidesAtTheSameMoment_OneIsRefused()
    {
        var person = await team.PersonAsync();
        var outcomes = await Task.WhenAll(new[] { StaffRole.Administrator, StaffRole.Moderator }.Select(role =>
            team.WithAsync((Assignments assignments) => assignments.GiveAsync(null, person.Id, role, null, default))));
        Assert.Equal([AssignmentOutcome.Done, AssignmentOutcome.PeopleAndInputs], outcomes.Order());
    }

    [Fact]
    public async Task Holds_OneWindow_OnlyThere()
    {
        var (person, here, there) = (await team.PersonAsync(), Guid.NewGuid(), Guid.NewGuid());
        await team.WithAsync((Assignments assignments) => assignments.GiveAsync(null, person.Id, StaffRole.Moderator, here, default));
        Assert.True(await HoldsAsync(person, here));
        Assert.True(await HoldsAsync(person, null));
        Assert.False(await HoldsAsync(person, there));
        Assert.False(await team.WithAsync((Assignments assignments) => assignments.HoldsEverywhereAsync(person.Id, StaffRole.Moderator, default)));
    }

    [Fact]
    public async Task Take_Demotion_EndsEverySessionAtOnce()
    {
        await team.PersonAsync(StaffRole.Administrator);
        var person = await team.PersonAsync(StaffRole.Moderator);
        var key = await team.WithAsync((StaffSessions sessions) => sessions.StartAsync(person.Id, default));
        Assert.NotNull(await team.WithAsync((StaffSessions sessions) => sessions.FindAsync(key, default)));
        var held = (await team.WithAsync((Assignments assignments) => assignments.OfAsync(person.Id, default)))[0];
        Assert.Equal(AssignmentOutcome.Done, await team.WithAsync((Assignments assignments) => assignments.TakeAsync(null, held.Id, default)));
        Assert.Null(await team.WithAsync((StaffSessions sessions) => sessions.FindAsync(key, default)));
        Assert.False(await HoldsAsync(person, null));
    }

    [Fact]
    public async Task Close_Account_HoldsNothingAndSignsInNoMore()
    {
        var person = await team.PersonAsync(StaffRole.Moderator);
        var key = await team.WithAsync((StaffSessions sessions) => sessions.StartAsync(person.Id, default));
        Assert.Equal(AssignmentOutcome.Done, await team.WithAsync((StaffAccounts accounts) => accounts.CloseAsync(null, person.Id, default)));
        Assert.False(await HoldsAsync(person, null));
        Assert.Null(await team.WithAsync((StaffSessions sessions) => sessions.FindAsync(key, default)));
        Assert.Equal(PasswordVerdict.Refused, await team.TryAsync(person.Email, TeamFixture.Password));
    }

    [Fact]
    public async Task Take_LastAdministrator_IsRefused()
    {
        await using var alone = new TeamFixture();
        await alone.InitializeAsync();
        var person = await alone.PersonAsync(StaffRole.Administrator);
        var held = (await alone.WithAsync((Assignments assignments) => assignments.OfAsync(person.Id, default)))[0];
        Assert.Equal(AssignmentOutcome.LastAdministrator, await alone.WithAsync((Assignments assignments) => assignments.TakeAsync(null, held.Id, default)));
        Assert.Equal(AssignmentOutcome.LastAdministrator, await alone.WithAsync((StaffAccounts accounts) => accounts.CloseAsync(null, person.Id, default)));
    }

    private Task<bool> HoldsAsync(StaffMember person, Guid? window) =>
        team.WithAsync((Assignments assignments) => assignments.HoldsAsync(person.Id, StaffRole.Moderator, window, default));
}

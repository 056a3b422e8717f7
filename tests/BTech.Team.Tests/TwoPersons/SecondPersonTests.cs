namespace BTech.Team.Tests.TwoPersons;

public sealed class SecondPersonTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    private readonly Guid _window = Guid.NewGuid();

    [Theory]
    [InlineData(StaffRole.Administrator, SecondPersonVerdict.Confirmed)]
    [InlineData(StaffRole.Clearance, SecondPersonVerdict.Confirmed)]
    [InlineData(StaffRole.Moderator, SecondPersonVerdict.WrongRole)]
    [InlineData(StaffRole.Offers, SecondPersonVerdict.WrongRole)]
    public async Task Confirm_AnotherPerson_DependsOnTheRole(StaffRole role, SecondPersonVerdict expected)
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Administrator), await team.PersonAsync(role));
        Assert.Equal(expected, await ConfirmAsync(first, second.Email, TeamFixture.Password));
    }

    [Theory]
    [InlineData(StaffRole.Administrator, SecondPersonVerdict.WrongRole, SecondPersonVerdict.WrongRole)]
    [InlineData(StaffRole.Clearance, SecondPersonVerdict.WrongRole, SecondPersonVerdict.Confirmed)]
    [InlineData(StaffRole.Moderator, SecondPersonVerdict.Confirmed, SecondPersonVerdict.Confirmed)]
    [InlineData(StaffRole.Offers, SecondPersonVerdict.WrongRole, SecondPersonVerdict.WrongRole)]
    public async Task ConfirmTexts_DependsOnTheRole(StaffRole role, SecondPersonVerdict taking, SecondPersonVerdict lettingGo)
    {
        var (moderator, person) = (await team.PersonAsync(StaffRole.Moderator), await team.PersonAsync(role));
        Assert.Equal(taking, (await team.WithAsync((SecondPerson second) => second.ConfirmTakingTextsAsync(person.Id, TeamFixture.Password, null, _window, default))).Verdict);
        Assert.Equal(lettingGo, await LetGoAsync(moderator, person));
        Assert.Equal(SecondPersonVerdict.SamePerson, await LetGoAsync(moderator, moderator));
    }

    /// <summary>Somebody who wrote what is signed is no second person, in whatever role they wrote it; and nobody learns of a stranger's work by asking.</summary>
    [Fact]
    public async Task ConfirmClearing_WhoWroteIt_IsRefused()
    {
        var (first, writer, other, offers) = (await team.PersonAsync(StaffRole.Moderator), await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Offers));
        await team.WithAsync(async (AuditTrail audit) =>
        {
            await audit.AddAsync(writer.Id, "response written", "report 7 version 2", default);
            await audit.AddAsync(other.Id, "response written", "report 77 version 1", default);
            await audit.AddAsync(other.Id, "report opened", "report 7 version 1", default);
            return true;
        });
        Assert.Equal(SecondPersonVerdict.OwnWork, await SignAsync(writer, TeamFixture.Password));
        Assert.Equal(SecondPersonVerdict.Confirmed, await SignAsync(other, TeamFixture.Password));
        Assert.Equal(SecondPersonVerdict.NotConfirmed, await SignAsync(writer, "not the password"));
        Assert.Equal(SecondPersonVerdict.WrongRole, await SignAsync(offers, TeamFixture.Password));
        Assert.Equal(SecondPersonVerdict.WrongRole, await SignAsync(first, TeamFixture.Password));

        async Task<SecondPersonVerdict> SignAsync(StaffMember second, string password) =>
            (await team.WithAsync((SecondPerson persons) => persons.ConfirmClearingAsync(first.Id, second.Email, password, null, _window,
                who => team.WithAsync((AuditTrail audit) => audit.HasDoneAsync(who, ["response written", "response taken out"], "report 7 version ", default)), default))).Verdict;
    }

    [Fact]
    public async Task Confirm_TheFirstAgain_IsRefused()
    {
        var first = await team.PersonAsync(StaffRole.Administrator);
        Assert.Equal(SecondPersonVerdict.SamePerson, await ConfirmAsync(first, first.Email.ToUpperInvariant(), TeamFixture.Password));
    }

    [Fact]
    public async Task Confirm_WrongPassword_IsRefused()
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Administrator), await team.PersonAsync(StaffRole.Clearance));
        Assert.Equal(SecondPersonVerdict.NotConfirmed, await ConfirmAsync(first, second.Email, "not the password"));
    }

    [Fact]
    public async Task Authorise_OnePersonTwice_IsRefused()
    {
        var first = await team.PersonAsync(StaffRole.Administrator);
        Assert.False(await AuthoriseAsync(first, first));
        Assert.False(await StandsAsync());
    }

    [Fact]
    public async Task Authorise_WithoutTheRole_IsRefused() =>
        Assert.False(await AuthoriseAsync(await team.PersonAsync(StaffRole.Administrator), await team.PersonAsync(StaffRole.Moderator)));

    [Fact]
    public async Task Stop_ByEitherOfTheTwo_AndByNobodyElse()
    {
        var (first, second, other) = (await team.PersonAsync(StaffRole.Administrator), await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Administrator));
        Assert.True(await AuthoriseAsync(first, second));
        Assert.True(await StandsAsync());
        Assert.False(await StopAsync(other));
        Assert.True(await StopAsync(second));
        Assert.False(await StandsAsync());
        Assert.False(await StopAsync(first));
        Assert.True(await AuthoriseAsync(first, other));
        Assert.True(await StandsAsync());
    }

    private async Task<SecondPersonVerdict> ConfirmAsync(StaffMember first, string email, string password) =>
        (await team.WithAsync((SecondPerson second) => second.ConfirmAsync(first.Id, email, password, null, _window, default))).Verdict;

    private async Task<SecondPersonVerdict> LetGoAsync(StaffMember first, StaffMember second) =>
        (await team.WithAsync((SecondPerson persons) => persons.ConfirmLettingTextsGoAsync(first.Id, second.Email, TeamFixture.Password, null, _window, default))).Verdict;

    private Task<bool> AuthoriseAsync(StaffMember first, StaffMember second) =>
        team.WithAsync((SealAuthorisations seals) => seals.AuthoriseAsync(_window, first.Id, second.Id, default));

    private Task<bool> StandsAsync() => team.WithAsync((SealAuthorisations seals) => seals.StandsAsync(_window, default));

    private Task<bool> StopAsync(StaffMember by) => team.WithAsync((SealAuthorisations seals) => seals.StopAsync(_window, by.Id, default));
}

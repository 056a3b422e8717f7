namespace BTech.Team.Tests.TwoPersons;

public sealed class ReportWithdrawalsTests(TeamFixture team) : IClassFixture<TeamFixture>
{
    [Fact]
    public async Task Note_EachVersionOnceWithItsLine_ThoughTwoPeopleDoItAtOnce()
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Clearance));
        var noted = await Task.WhenAll(NoteAsync(11, first, 1, 2), NoteAsync(11, second, 1, 2));
        Assert.Equal([1, 2], noted.SelectMany(versions => versions).Order());
        Assert.Equal([2, 1], (await OfAsync(11)).Select(one => one.Version));
        Assert.Equal(["report 11 version 1", "report 11 version 2"], await LinesAsync("report withdrawn", 11));
        Assert.Equal([3], await NoteAsync(11, first, 3, 2));
    }

    [Fact]
    public async Task Forget_WhatWasNotTakenOffline_IsSaidInTheAudit()
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Moderator));
        await NoteAsync(12, first, 1, 2);
        Assert.True(await ConfirmAsync(12, second, 1));
        await team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.ForgetAsync(12, [2], first.Id, default));
        Assert.Equal([1], (await OfAsync(12)).Select(one => one.Version));
        Assert.Equal(["report 12 version 2"], await LinesAsync("report not withdrawn after all", 12));
    }

    /// <summary>Whoever takes a version offline answers for it, whatever a stop or somebody slower had left noted: they do not confirm it, and the day begins anew.</summary>
    [Fact]
    public async Task TakeOver_WhatWasNotedBefore_IsOfWhoeverDidIt()
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Clearance));
        await NoteAsync(14, first, 1, 2);
        Assert.Empty(await NoteAsync(14, second, 1));
        await TakeOverAsync(14, second, 1);
        Assert.Equal([(2, first.Id.Value), (1, second.Id.Value)], (await OfAsync(14)).Select(one => (one.Version, one.WithdrawnById)));
        // The slower one forgets their own notes only.
        await team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.ForgetAsync(14, [1, 2], first.Id, default));
        Assert.Equal([1], (await OfAsync(14)).Select(one => one.Version));
        Assert.False(await ConfirmAsync(14, second, 1));
        Assert.True(await ConfirmAsync(14, first, 1));
        // Forgotten meanwhile, it is noted all the same; what is confirmed stays.
        await TakeOverAsync(14, second, 1, 2);
        Assert.Equal([(2, false), (1, true)], (await OfAsync(14)).Select(one => (one.Version, one.IsConfirmed)));
    }

    /// <summary>Nobody confirms what they withdrew, and nobody what they have not seen.</summary>
    [Fact]
    public async Task Confirm_OnlyWhatWasSeenAndSomebodyElseWithdrew()
    {
        var (first, second) = (await team.PersonAsync(StaffRole.Clearance), await team.PersonAsync(StaffRole.Clearance));
        await NoteAsync(13, first, 1, 2);
        await NoteAsync(13, second, 3);
        Assert.False(await ConfirmAsync(13, first, 1, 2));
        Assert.True(await ConfirmAsync(13, second, 2, 3));
        Assert.Equal([(3, false), (2, true), (1, false)], (await OfAsync(13)).Select(one => (one.Version, one.IsConfirmed)));
        Assert.Equal(["report 13 version 2"], await LinesAsync("withdrawal of a report confirmed", 13));
        Assert.False(await ConfirmAsync(13, second, 2));
        Assert.Single(await LinesAsync("withdrawal of a report confirmed", 13));
    }

    private Task<IReadOnlyList<int>> NoteAsync(int report, StaffMember by, params int[] versions) =>
        team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.NoteAsync(Guid.NewGuid(), report, versions, by.Id, default));

    private Task TakeOverAsync(int report, StaffMember by, params int[] versions) =>
        team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.TakeOverAsync(Guid.NewGuid(), report, versions, by.Id, default));

    private Task<bool> ConfirmAsync(int report, StaffMember by, params int[] versions) =>
        team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.ConfirmAsync(report, versions, by.Id, default));

    private Task<IReadOnlyList<ReportWithdrawal>> OfAsync(int report) => team.WithAsync((ReportWithdrawals withdrawals) => withdrawals.OfReportsAsync([report], default));

    private Task<IReadOnlyList<string>> LinesAsync(string act, int report) =>
        team.Database.ListAsync(FormattableString.Invariant($"SELECT subject FROM team.audit_entry WHERE action = '{act}' AND subject LIKE 'report {report} %' ORDER BY 1"));
}

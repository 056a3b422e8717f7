using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.Languages;
using Xunit;

namespace BTech.Agenda.Tests;

public sealed class RetentionDatesTests
{
    private static readonly DateTimeOffset Closes = new(2026, 3, 30, 21, 59, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 3, 30);

    [Fact]
    public void Of_NobodyHasSetThem_AreTheUsualOnesAndMoveWithClosing()
    {
        var window = Window();
        Assert.Equal(new RetentionDates(Day.AddDays(365), Day.AddDays(270)), RetentionDates.Of(window));
        window.ClosesAt = Closes.AddDays(10);
        Assert.Equal(new RetentionDates(Day.AddDays(375), Day.AddDays(280)), RetentionDates.Of(window));
    }

    [Fact]
    public void Open_Promises_WhateverBecomesOfClosing()
    {
        var window = Window();
        window.Open();
        window.ClosesAt = Closes.AddDays(100);
        Assert.True(window.IsOpened);
        Assert.Equal(new RetentionDates(Day.AddDays(365), Day.AddDays(270)), RetentionDates.Of(window));
    }

    // The seal comes 24 hours and 15 minutes after closing: 31 March, late in the evening.
    [Theory]
    [InlineData(30, RetentionProblem.TooEarly)]
    [InlineData(31, RetentionProblem.None)]
    [InlineData(1095, RetentionProblem.None)]
    [InlineData(1096, RetentionProblem.TooLate)]
    public void Check_BeforeOpening_LeavesRoomAfterTheSealAndEnds(int daysAfterClosing, RetentionProblem expected)
    {
        foreach (var kind in new[] { ErasureKind.People, ErasureKind.Texts })
            Assert.Equal(expected, RetentionDates.Check(Window(), kind, Day.AddDays(daysAfterClosing), Day));
    }

    [Theory]
    [InlineData(ErasureKind.People, 269, RetentionProblem.None)]
    [InlineData(ErasureKind.People, 270, RetentionProblem.None)]
    [InlineData(ErasureKind.People, 271, RetentionProblem.Later)]
    [InlineData(ErasureKind.Texts, 365, RetentionProblem.None)]
    [InlineData(ErasureKind.Texts, 366, RetentionProblem.Later)]
    [InlineData(ErasureKind.Texts, 30, RetentionProblem.TooEarly)]
    public void Check_AfterOpening_OnlyEarlier(ErasureKind kind, int daysAfterClosing, RetentionProblem expected)
    {
        var window = Window();
        window.Open();
        Assert.Equal(expected, RetentionDates.Check(window, kind, Day.AddDays(daysAfterClosing), Day));
    }

    /// <summary>A window that was made much longer keeps the day that was promised, and the other one can still be moved.</summary>
    [Fact]
    public void Check_PromisedDayThatCameTooNear_StaysPossible()
    {
        var window = Window();
        window.Open();
        window.ClosesAt = Closes.AddDays(260);
        var promised = RetentionDates.Of(window);
        Assert.Equal(RetentionProblem.None, RetentionDates.Check(window, ErasureKind.People, promised.People, Day));
        Assert.Equal(RetentionProblem.TooEarly, RetentionDates.Check(window, ErasureKind.People, promised.People.AddDays(-1), Day));
        Assert.True((promised with { Texts = promised.Texts.AddDays(-10) }).TrySet(window, Day));
    }

    /// <summary>A day that is typed wrongly must not erase within the hour; a promised day that has come stays as it is.</summary>
    [Fact]
    public void Check_TodayOrPast_IsRefusedUnlessItIsPromised()
    {
        var window = Window();
        window.Open();
        var promised = RetentionDates.Of(window);
        var today = promised.People.AddDays(10);
        Assert.Equal(RetentionProblem.Past, RetentionDates.Check(window, ErasureKind.Texts, today, today));
        Assert.Equal(RetentionProblem.Past, RetentionDates.Check(window, ErasureKind.Texts, promised.People, today));
        Assert.Equal(RetentionProblem.None, RetentionDates.Check(window, ErasureKind.Texts, today.AddDays(1), today));
        Assert.Equal(RetentionProblem.None, RetentionDates.Check(window, ErasureKind.People, promised.People, today));
        Assert.Equal(today.AddDays(1), RetentionDates.Earliest(window, today));
        Assert.Equal(Day.AddDays(31), RetentionDates.Earliest(window, Day));
        Assert.False((promised with { Texts = today }).TrySet(window, today));
        Assert.True((promised with { Texts = today.AddDays(1) }).TrySet(window, today));
    }

    [Fact]
    public void TrySet_OneDayIsWrong_SetsNeither()
    {
        var window = Window();
        Assert.False(new RetentionDates(Day.AddDays(400), Day.AddDays(2)).TrySet(window, Day));
        Assert.Null(window.TextsErasedOn);
        Assert.True(new RetentionDates(Day.AddDays(400), Day.AddDays(100)).TrySet(window, Day));
        window.Open();
        Assert.False(new RetentionDates(Day.AddDays(401), Day.AddDays(100)).TrySet(window, Day));
        Assert.Equal(new RetentionDates(Day.AddDays(400), Day.AddDays(100)), RetentionDates.Of(window));
    }

    [Fact]
    public void BringForward_NeverPutsOff()
    {
        var window = Window();
        window.Open();
        RetentionDates.BringForward(window, ErasureKind.People, Day.AddDays(50));
        RetentionDates.BringForward(window, ErasureKind.People, Day.AddDays(60));
        RetentionDates.BringForward(window, ErasureKind.Texts, Day.AddDays(600));
        Assert.Equal(new RetentionDates(Day.AddDays(365), Day.AddDays(50)), RetentionDates.Of(window));
    }

    [Fact]
    public void Freezable_ThirtyDaysAfterTheFirstReport_WhateverComesLater()
    {
        var window = Window();
        Assert.Null(RetentionDates.FreezableFrom(window));
        window.Report(4, new DateTimeOffset(2026, 6, 1, 23, 59, 0, TimeSpan.Zero));
        window.Report(4, new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 7, 1), RetentionDates.FreezableFrom(window));
    }

    [Fact]
    public void Freeze_AtTheLatest_IsTheDayOfTheTexts() =>
        Assert.Equal(Day.AddDays(365), RetentionDates.Of(Window()).DayOf(ErasureKind.Contributors));

    private static CommentWindow Window() => new()
    {
        Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Round"),
        OpensAt = Closes.AddDays(-28), ClosesAt = Closes, Zone = "Europe/Zurich", LateSendingMinutes = 15, HoldingHours = 24,
    };
}

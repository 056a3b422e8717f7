using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using Xunit;

namespace BTech.Agenda.Tests;

public sealed class NamesAndStatesTests
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("b-tech", true)]
    [InlineData("b2", true)]
    [InlineData("b", false)]
    [InlineData("fr", false)]
    [InlineData("B-tech", false)]
    [InlineData("b--tech", false)]
    [InlineData("-btech", false)]
    [InlineData("b tech", false)]
    [InlineData("b/tech", false)]
    [InlineData(null, false)]
    public void Slug_OfAConsultation_IsPlainAndNoLanguage(string? slug, bool isValid) => Assert.Equal(isValid, ConsultationSlug.IsValid(slug));

    [Theory]
    [InlineData("b-tech/3", true)]
    [InlineData("b-tech/0", false)]
    [InlineData("b-tech/-1", false)]
    [InlineData("b-tech/ 3", false)]
    [InlineData("b-tech", false)]
    [InlineData("/3", false)]
    [InlineData("a/b/3", false)]
    [InlineData("b-tech/99999999999", false)]
    [InlineData(null, false)]
    public void WindowName_IsSlugAndNumber(string? text, bool isName)
    {
        Assert.Equal(isName, WindowName.TryParse(text, out var name));
        if (isName) Assert.Equal(text, name!.ToString());
    }

    [Fact]
    public void State_OfAWindow_ChangesOnTheSecond()
    {
        var window = Window();
        Assert.Equal(WindowState.Scheduled, window.StateAt(Opens.AddSeconds(-1)));
        window.IsOpened = true;
        Assert.Equal(WindowState.Scheduled, window.StateAt(Opens.AddTicks(-1)));
        Assert.Equal(WindowState.Open, window.StateAt(Opens));
        Assert.Equal(WindowState.Open, window.StateAt(window.ClosesAt.AddTicks(-1)));
        Assert.Equal(WindowState.Closed, window.StateAt(window.ClosesAt));
        window.IsSealed = true;
        Assert.Equal(WindowState.Sealed, window.StateAt(window.ClosesAt));
        window.ReportNumber = 1;
        Assert.Equal(WindowState.Reported, window.StateAt(window.ClosesAt));
    }

    [Fact]
    public void SealsAt_LateMinutesAndHoldingHours_ComeAfterClosing()
    {
        var window = Window();
        window.LateSendingMinutes = 15;
        window.HoldingHours = 24;
        Assert.Equal(window.ClosesAt.AddMinutes(15).AddHours(24), window.SealsAt);
    }

    private static CommentWindow Window() => new()
    {
        Id = Guid.NewGuid(),
        ConsultationId = Guid.NewGuid(),
        Number = 1,
        Kind = RoundKind.Written,
        Title = LocalizedText.InEnglish("Written comments"),
        OpensAt = Opens,
        ClosesAt = Opens.AddDays(28),
        Zone = "Europe/Zurich",
    };
}

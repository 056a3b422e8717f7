using BTech.Agenda.Consultations;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using Xunit;

namespace BTech.Agenda.Tests;

public sealed class ReminderPlanTests
{
    // Closes on 30 March at 23:59 in Zurich: the clocks go forward in the night to the 29th.
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2026, 3, 30, 21, 59, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Soon = Opens.AddDays(10);

    private readonly CommentWindow _window = WindowOf("companies", "civil-society");

    [Theory]
    [InlineData(-1, ReminderProblem.BeforeOpening)]
    [InlineData(0, ReminderProblem.None)]
    [InlineData(5, ReminderProblem.None)]
    public void Problem_BeforeTheOpening_IsRefused(int daysAfterOpening, ReminderProblem expected) =>
        Assert.Equal(expected, Plan().ProblemOf(Opens.AddDays(daysAfterOpening), ReminderAudience.Everybody, Opens.AddDays(-3)));

    [Fact]
    public void Problem_PastOrAtOrAfterClosing_IsRefused()
    {
        Assert.Equal(ReminderProblem.Past, Plan().ProblemOf(Soon, ReminderAudience.Everybody, Soon));
        Assert.Equal(ReminderProblem.None, Plan().ProblemOf(Soon.AddTicks(1), ReminderAudience.Everybody, Soon));
        Assert.Equal(ReminderProblem.None, Plan().ProblemOf(Closes.AddTicks(-1), ReminderAudience.Everybody, Soon));
        Assert.Equal(ReminderProblem.AfterClosing, Plan().ProblemOf(Closes, ReminderAudience.Everybody, Soon));
    }

    [Fact]
    public void Problem_SameMomentTwice_IsRefusedWhateverTheAudience_ButNotForTheOneThatIsChanged()
    {
        var planned = At(Soon.AddDays(1));
        Assert.Equal(ReminderProblem.SameMoment, Plan(planned).ProblemOf(planned.DueAt, ReminderAudience.OfLanguage("fr"), Soon));
        Assert.Equal(ReminderProblem.None, Plan(planned).ProblemOf(planned.DueAt, ReminderAudience.OfLanguage("fr"), Soon, changed: planned.Id));
    }

    [Theory]
    [InlineData("everybody", ReminderProblem.None)]
    [InlineData("group:companies", ReminderProblem.None)]
    [InlineData("group:nobody", ReminderProblem.NobodyMeant)]
    [InlineData("language:ar", ReminderProblem.None)]
    [InlineData("language:AR", ReminderProblem.NobodyMeant)]
    [InlineData("language:de", ReminderProblem.NobodyMeant)]
    public void Problem_UnknownGroupOrLanguage_IsRefused(string audience, ReminderProblem expected)
    {
        Assert.True(ReminderAudience.TryParse(audience, out var parsed));
        Assert.Equal(audience, parsed.ToString());
        Assert.Equal(expected, Plan().ProblemOf(Soon.AddDays(1), parsed, Soon));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("group:")]
    [InlineData("language:")]
    [InlineData("those who have not written")]
    [InlineData("person:3")]
    public void Audience_AnythingElse_IsNone(string? text) => Assert.False(ReminderAudience.TryParse(text, out _));

    [Fact]
    public void Change_AfterClosingOrForAMeeting_IsOver()
    {
        Assert.True(Plan().CanChange(Closes.AddTicks(-1)));
        Assert.False(Plan().CanChange(Closes));
        Assert.Equal(ReminderProblem.WindowIsOver, Plan().ProblemOf(Closes.AddDays(1), ReminderAudience.Everybody, Closes));
        Assert.False(new ReminderPlan(WindowOf(kind: RoundKind.Meeting), []).CanChange(Soon));
    }

    [Fact]
    public void Due_OnlyWhileOpen_FromItsDateOn()
    {
        var planned = At(Soon);
        Assert.Empty(Plan(planned).DueAt(Soon.AddTicks(-1)));
        Assert.Equal([planned], Plan(planned).DueAt(Soon));
        // Down until the last moment: late, but of use.
        Assert.Equal([planned], Plan(planned).DueAt(Closes.AddTicks(-1)));
        Assert.Empty(Plan(planned).DueAt(Closes));
        Assert.Equal(ReminderStanding.NotSent, Plan(planned).StandingOf(planned, Closes));
        _window.IsOpened = false;
        Assert.Empty(Plan(planned).DueAt(Soon));
    }

    [Fact]
    public void Due_GoneOut_NeverAgain()
    {
        var gone = At(Soon);
        gone.WentOutAt = Soon;
        Assert.Empty(Plan(gone).DueAt(Soon.AddDays(1)));
        Assert.Equal(ReminderStanding.GoneOut, Plan(gone).StandingOf(gone, Closes.AddDays(1)));
    }

    [Fact]
    public void Due_SeveralMissed_OnlyTheLastThatTellsTheSamePeople()
    {
        var first = At(Soon, ReminderAudience.Everybody);
        var companies = At(Soon.AddDays(1), ReminderAudience.OfGroup("companies"));
        var french = At(Soon.AddDays(2), ReminderAudience.OfLanguage("fr"));
        var second = At(Soon.AddDays(3), ReminderAudience.OfGroup("companies"));
        Assert.Equal([first, french, second], Plan(first, companies, french, second).DueAt(Soon.AddDays(4)));
        Assert.Equal(ReminderStanding.PassedOver, Plan(companies, second).StandingOf(companies, Soon.AddDays(4)));
        // Down until after closing, neither went out.
        Assert.All([companies, second], reminder => Assert.Equal(ReminderStanding.NotSent, Plan(companies, second).StandingOf(reminder, Closes)));
        var last = At(Soon.AddDays(5));
        Assert.Equal([last], Plan(first, companies, french, second, last).DueAt(Soon.AddDays(6)));
        // One that was taken has letters in the outbox perhaps: it is finished.
        first.IsTaken = true;
        Assert.Equal([first, last], Plan(first, last).DueAt(Soon.AddDays(6)));
    }

    [Fact]
    public void Due_OutsideTheWindow_IsLeftAlone()
    {
        var early = At(Opens.AddDays(-1));
        var late = At(Closes.AddDays(1));
        Assert.Empty(Plan(early, late).DueAt(Soon));
        Assert.All([early, late], reminder => Assert.Equal(ReminderStanding.OutsideTheWindow, Plan(early, late).StandingOf(reminder, Soon)));
    }

    [Fact]
    public void Usual_FourteenSevenAndOneDay_AtTheClosingsClockReading()
    {
        Assert.Equal(["2026-03-16T22:59Z", "2026-03-23T22:59Z", "2026-03-29T21:59Z"], Usual(Plan(), Opens));
        // Past ones, planned ones, and those before the opening are not offered.
        Assert.Equal(["2026-03-29T21:59Z"], Usual(Plan(At(Closes.AddHours(1).AddDays(-7))), Closes.AddDays(-13)));
        _window.OpensAt = Closes.AddDays(-3);
        Assert.Equal(["2026-03-29T21:59Z"], Usual(Plan(), Opens));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(1, 1)]
    [InlineData(0.9, 0)]
    [InlineData(0.01, 0)]
    public void DaysLeft_CountsCalendarDays(double before, int expected) => Assert.Equal(expected, ReminderPlan.DaysLeft(_window, Closes.AddDays(-before).AddSeconds(30)));

    [Fact]
    public void DaysLeft_ClosingAsTheDayBegins_IsNotADayMore()
    {
        _window.ClosesAt = new DateTimeOffset(2026, 3, 30, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, ReminderPlan.DaysLeft(_window, _window.ClosesAt.AddHours(-1)));
        Assert.Equal(1, ReminderPlan.DaysLeft(_window, _window.ClosesAt.AddHours(-30)));
    }

    private static List<string> Usual(ReminderPlan plan, DateTimeOffset now) =>
        [.. plan.Usual(now).Select(due => due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture))];

    private ReminderPlan Plan(params Reminder[] reminders) => new(_window, reminders);

    private Reminder At(DateTimeOffset due, ReminderAudience? audience = null) =>
        new() { Id = Guid.NewGuid(), WindowId = _window.Id, DueAt = due, Audience = audience ?? ReminderAudience.Everybody };

    private static CommentWindow WindowOf(params string[] groups) => WindowOf(RoundKind.Written, groups);

    private static CommentWindow WindowOf(RoundKind kind, params string[] groups)
    {
        var text = LocalizedText.InEnglish("Text");
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(), Slug = "b-tech", Title = text, Purpose = text, Host = text, HostLabel = text, Contact = "team@example.org", UrgentContact = text,
        };
        consultation.Groups.AddRange(groups.Select((label, index) => new ParticipantGroup
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Label = label, Order = index + 1, Name = text, Adjective = text, Family = label, FamilyName = text, FamilyAdjective = text,
        }));
        return new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Consultation = consultation, Number = 1, Kind = kind, Title = text,
            OpensAt = Opens, ClosesAt = Closes, Zone = "Europe/Zurich", IsOpened = true,
        };
    }
}

using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using Xunit;

namespace BTech.Agenda.Tests;

/// <summary>A round made like another: moved by whole weeks, at the same times of day, whatever the clocks do in between.</summary>
public sealed class NextDatesTests
{
    // Monday 09:00 to Monday 23:59 four weeks later, in Zurich.
    private static readonly CommentWindow Window = Round(new(2026, 8, 3, 9, 0, 0, TimeSpan.FromHours(2)), new(2026, 8, 31, 23, 59, 0, TimeSpan.FromHours(2)));

    [Theory]
    [InlineData("2026-08-10T06:59:00Z", "2026-08-10T09:00+02:00", "2026-09-07T23:59+02:00")]
    [InlineData("2026-08-10T07:00:00Z", "2026-08-17T09:00+02:00", "2026-09-14T23:59+02:00")]
    [InlineData("2026-10-12T12:00:00Z", "2026-10-19T09:00+02:00", "2026-11-16T23:59+01:00")]
    [InlineData("2020-01-01T00:00:00Z", "2026-08-03T09:00+02:00", "2026-08-31T23:59+02:00")]
    public void DatesAfter_KeepDayOfTheWeekAndTimeOfDay(string moment, string opens, string closes)
    {
        var found = Window.DatesAfter(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((opens, closes), (Written(found.Opens), Written(found.Closes)));
    }

    [Fact]
    public void DatesAfter_AnHourThatDoesNotExistOrExistsTwice_IsTheHourAfterOrTheFirst()
    {
        // Sunday 02:30: jumped over on 28 March 2027, repeated on 25 October 2026.
        var night = Round(new(2026, 9, 27, 2, 30, 0, TimeSpan.FromHours(2)), new(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1)));
        Assert.Equal("2026-10-25T02:30+02:00", Written(night.DatesAfter(new(2026, 10, 20, 0, 0, 0, TimeSpan.Zero)).Opens));
        Assert.Equal("2027-03-28T03:30+02:00", Written(night.DatesAfter(new(2027, 3, 25, 0, 0, 0, TimeSpan.Zero)).Opens));
    }

    [Fact]
    public void Reminders_OfTheOther_AreAsManyDaysBeforeClosing_AndThoseThatDoNotFitStayOut()
    {
        Reminder At(int day, ReminderAudience audience) => new() { Id = Guid.NewGuid(), WindowId = Window.Id, DueAt = new(2026, 8, day, 8, 0, 0, TimeSpan.FromHours(2)), Audience = audience };
        var plan = new ReminderPlan(Window, [At(30, ReminderAudience.Everybody), At(17, ReminderAudience.OfLanguage("fr")), At(4, ReminderAudience.Everybody)]);
        var shorter = Round(new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(1)), new(2026, 11, 23, 23, 59, 0, TimeSpan.FromHours(1)));
        var copied = plan.For(shorter, new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["2026-11-09T08:00+01:00 fr", "2026-11-22T08:00+01:00 "], copied.Select(one => $"{Written(one.Due)} {one.Audience.Language}"));
    }

    [Fact]
    public void State_AnnouncedWithoutExactDates_IsNeverScheduled()
    {
        var rough = Round(Window.OpensAt, Window.ClosesAt);
        rough.Expected = LocalizedText.InEnglish("summer 2027");
        Assert.Equal(WindowState.Announced, rough.StateAt(rough.OpensAt.AddDays(-1)));
        rough.Expected = null;
        Assert.Equal(WindowState.Scheduled, rough.StateAt(rough.OpensAt.AddDays(-1)));
    }

    private static string Written(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));

    private static CommentWindow Round(DateTimeOffset opens, DateTimeOffset closes) => new()
    {
        Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Comments"), OpensAt = opens, ClosesAt = closes,
        Zone = "Europe/Zurich", Consultation = new()
        {
            Id = Guid.NewGuid(), Slug = "b-tech", Title = LocalizedText.Empty, Purpose = LocalizedText.Empty, Host = LocalizedText.Empty, HostLabel = LocalizedText.Empty,
            Contact = "team@example.org", UrgentContact = LocalizedText.Empty,
        },
    };
}

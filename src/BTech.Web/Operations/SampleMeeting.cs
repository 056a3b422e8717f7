using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.People.Listing;
using BTech.Record.Reports;

namespace BTech.Web.Operations;

/// <summary>Round 1: the published report on the meeting, with the frozen list of those who were there.</summary>
internal sealed class SampleMeeting(CommentWindows windows, SummaryReports reports, ParticipantsList participants)
{
    public async Task<int> AddAsync(SampleFiles files, Consultation consultation, CommentWindow meeting, CancellationToken cancel)
    {
        var number = await reports.NextNumberAsync(cancel);
        var file = files.Report() with { Number = number };
        var report = file.ToReport(consultation.Id, meeting.Id);
        // The list first: a report never stands without the lines whose hash it keeps.
        report.ParticipantsHash = await participants.FreezeAsync(number, report.Version, files.Participants(), cancel);
        (report.Status, report.PublishedOn) = (ReportStatus.Published, DateOnly.FromDateTime(meeting.ClosesAt.UtcDateTime));
        await reports.AddAsync(report, file.ToNotes(meeting.Id), cancel);
        await windows.ChangeAsync(meeting.Id, reported => reported.ReportNumber = number, cancel);
        return number;
    }
}

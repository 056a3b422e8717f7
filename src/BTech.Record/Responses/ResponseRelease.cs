using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Responses;

/// <summary>
/// Lets the public read all answers to a report at once, once every point has one and the check finds nothing in their reasons that must be mended. What is
/// released never changes; the next release takes its place.
/// </summary>
public sealed class ResponseRelease
{
    private readonly RecordContext _record;
    private readonly ResponseLint _lint;

    internal ResponseRelease(RecordContext record, ResponseLint lint) => (_record, _lint) = (record, lint);

    /// <summary>What the reasons give away, blocking findings first; <see cref="Finding.StatementId"/> is the point's lineage.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(SummaryReport report, Consultation consultation, LintSources sources, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = await _lint.FindAsync(report, (await OpenAsync(report, cancel)).Values, consultation, sources, cancel);
        return [.. found.OrderByDescending(finding => finding.IsBlocking)];
    }

    /// <summary>Stands for all answers as they were shown to those who release them.</summary>
    public static string SeenOf(IEnumerable<Response> responses) => Stamp.Of(string.Join('\n', responses.Select(response => response.Seen).Order(StringComparer.Ordinal)));

    /// <summary>Releases them.</summary>
    /// <param name="report">The published version.</param>
    /// <param name="consultation">Its consultation.</param>
    /// <param name="sources">What the reasons are compared with.</param>
    /// <param name="paper">The paper since it was commented on.</param>
    /// <param name="seen"><see cref="SeenOf"/> what both persons had before them.</param>
    /// <param name="sign">Notes who signs. Asked for once nothing keeps the answers from the public any more: where it fails nothing is released, so that nothing is public that nobody signed.</param>
    /// <param name="cancel">Gives up; nothing is released then. Once it is signed nobody gives up any more.</param>
    public async Task<ResponseResult> ReleaseAsync(
        SummaryReport report, Consultation consultation, LintSources sources, PaperSince paper, string? seen, Func<Task> sign, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(sign);
        return await _record.UnderReportLockAsync(report.Id, async () =>
        {
            var points = await _record.PublishedLineagesAsync(report.Number, cancel);
            if (points.Count == 0) return ResponseResult.NotThere;
            var responses = await OpenAsync(report, cancel);
            if (SeenOf(responses.Values) != seen) return ResponseResult.Meanwhile;
            if (!points.IsSubsetOf(responses.Keys)) return ResponseResult.Unanswered;
            // A version of the paper that nobody was asked about can be taken back after an answer was written, and a later one can change what it names.
            var faults = responses.Values.Select(one => Responses.Fault(new ResponseDraft(one.Disposition, one.Reason, one.PaperVersion, one.Paragraph), paper)).Where(fault => fault is not ResponseResult.Done).ToList();
            if (faults.Count > 0) return faults.Min();
            if ((await _lint.FindAsync(report, responses.Values, consultation, sources, cancel)).Any(finding => finding.IsBlocking)) return ResponseResult.Blocked;
            var before = await _record.NewestReleaseAsync(report.Number, cancel);
            if (before.Count > 0 && before.Count == responses.Count && before.Values.All(one => responses.TryGetValue(one.LineageId, out var now) && IsSame(one, now))) return ResponseResult.Unchanged;
            var release = 1 + (before.Values.FirstOrDefault()?.Release ?? 0);
            _record.ReleasedResponses.AddRange(responses.Values.Select(one => new ReleasedResponse
            {
                ReportNumber = one.ReportNumber, LineageId = one.LineageId, ConsultationId = one.ConsultationId, Release = release,
                Disposition = one.Disposition, Reason = one.Reason, PaperVersion = one.PaperVersion, Paragraph = one.Paragraph,
            }));
            if (release == 1 && paper.Commented is { } commented) await BandsAsync(report, commented, cancel);
            return ResponseResult.Done;
        }, result => result is ResponseResult.Done, cancel, sign);
    }

    // Answers to points that a correction took out are kept, and wait there.
    private async Task<Dictionary<Guid, Response>> OpenAsync(SummaryReport report, CancellationToken cancel)
    {
        var points = await _record.PublishedLineagesAsync(report.Number, cancel);
        return await _record.Responses.AsNoTracking().Where(one => one.ReportNumber == report.Number && points.Contains(one.LineageId)).ToDictionaryAsync(one => one.LineageId, cancel);
    }

    // Voices on each paragraph, as disclosure control counts them everywhere. Not where nobody can be counted: meetings, frozen rounds, texts that were imported.
    private async Task BandsAsync(SummaryReport report, PaperVersion commented, CancellationToken cancel)
    {
        if (report.IsMeeting || !await _record.Contributors.AnyAsync(contributor => contributor.WindowId == report.WindowId, cancel)) return;
        var campaigns = await _record.CampaignsAsync(report.WindowId, cancel);
        var said = (await _record.KeptInputs(report.WindowId).Where(input => input.ParagraphNumber != null && input.ContributorId != null)
            .Select(input => new { input.Id, Paragraph = input.ParagraphNumber!.Value, Contributor = input.ContributorId!.Value }).ToListAsync(cancel))
            .ToLookup(input => input.Paragraph, input => new Voices.Said(input.Contributor, null, campaigns.GetValueOrDefault(input.Id)?.Id));
        var (smallest, delegations) = (await _record.SmallestGroupAsync(report.WindowId, cancel), await _record.LargestDelegationsAsync(report.WindowId, cancel));
        foreach (var number in commented.Paragraphs.Select(paragraph => paragraph.Number).OfType<int>())
            _record.CommentedBands.Add(new CommentedBand
            {
                ReportNumber = report.Number, Paragraph = number, ConsultationId = report.ConsultationId,
                Band = DisclosureControl.ForParagraph(Voices.Count(said[number]), smallest, delegations).ToString(),
            });
    }

    private static bool IsSame(ReleasedResponse one, Response now) =>
        (one.Disposition, one.Reason, one.PaperVersion, one.Paragraph) == (now.Disposition, now.Reason, now.PaperVersion, now.Paragraph);
}

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
    /// <param name="commented">The version of the paper that was commented on, where there was one.</param>
    /// <param name="newer">The versions after it.</param>
    /// <param name="seen"><see cref="SeenOf"/> what both persons had before them.</param>
    /// <param name="cancel">Gives up; nothing is released then.</param>
    public async Task<ResponseResult> ReleaseAsync(
        SummaryReport report, Consultation consultation, LintSources sources, PaperVersion? commented, IReadOnlyCollection<PaperVersion> newer, string? seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(newer);
        return await _record.UnderReportLockAsync(report.Id, async () =>
        {
            var points = await _record.PublishedLineagesAsync(report.Number, cancel);
            if (points.Count == 0) return ResponseResult.NotThere;
            var responses = await OpenAsync(report, cancel);
            if (SeenOf(responses.Values) != seen) return ResponseResult.Meanwhile;
            if (!points.IsSubsetOf(responses.Keys)) return ResponseResult.Unanswered;
            // A version of the paper that nobody was asked about can be taken back after an answer was written.
            if (responses.Values.Any(one => Responses.Fault(new ResponseDraft(one.Disposition, one.Reason, one.PaperVersion, one.Paragraph), newer) is not ResponseResult.Done)) return ResponseResult.NoSuchParagraph;
            if ((await _lint.FindAsync(report, responses.Values, consultation, sources, cancel)).Any(finding => finding.IsBlocking)) return ResponseResult.Blocked;
            var before = await _record.NewestReleaseAsync(report.Number, cancel);
            if (before.Count > 0 && before.Count == responses.Count && before.Values.All(one => responses.TryGetValue(one.LineageId, out var now) && IsSame(one, now))) return ResponseResult.Unchanged;
            var release = 1 + (before.Values.FirstOrDefault()?.Release ?? 0);
            _record.ReleasedResponses.AddRange(responses.Values.Select(one => new ReleasedResponse
            {
                ReportNumber = one.ReportNumber, LineageId = one.LineageId, ConsultationId = one.ConsultationId, Release = release,
                Disposition = one.Disposition, Reason = one.Reason, PaperVersion = one.PaperVersion, Paragraph = one.Paragraph,
            }));
            if (release == 1 && commented is not null) await BandsAsync(report, commented, cancel);
            return ResponseResult.Done;
        }, result => result is ResponseResult.Done, cancel);
    }

    // Answers to points that a correction took out are kept, and wait there.
    private async Task<Dictionary<Guid, Response>> OpenAsync(SummaryReport report, CancellationToken cancel)
    {
        var points = await _record.PublishedLineagesAsync(report.Number, cancel);
        return await _record.Responses.AsNoTracking().Where(one => one.ReportNumber == report.Number && points.Contains(one.LineageId)).ToDictionaryAsync(one => one.LineageId, cancel);
    }

    // Contributors on each paragraph, a campaign as one. Not where nobody can be counted: meetings, frozen rounds, texts that were imported.
    private async Task BandsAsync(SummaryReport report, PaperVersion commented, CancellationToken cancel)
    {
        var inputs = await _record.KeptInputs(report.WindowId).Where(input => input.ParagraphNumber != null && input.ContributorId != null)
            .Select(input => new { input.Id, Paragraph = input.ParagraphNumber!.Value, Contributor = input.ContributorId!.Value }).ToListAsync(cancel);
        if (report.IsMeeting || !await _record.Contributors.AnyAsync(contributor => contributor.WindowId == report.WindowId, cancel)) return;
        var campaigns = await _record.CampaignsAsync(report.WindowId, cancel);
        var counts = inputs.GroupBy(input => input.Paragraph).ToDictionary(same => same.Key, same => same.Select(input => campaigns.TryGetValue(input.Id, out var campaign) ? campaign.Id : input.Contributor).Distinct().Count());
        foreach (var number in commented.Paragraphs.Select(paragraph => paragraph.Number).OfType<int>())
            _record.CommentedBands.Add(new CommentedBand
            {
                ReportNumber = report.Number, Paragraph = number, ConsultationId = report.ConsultationId, Band = DisclosureControl.ForParagraph(counts.GetValueOrDefault(number)).ToString(),
            });
    }

    private static bool IsSame(ReleasedResponse one, Response now) =>
        (one.Disposition, one.Reason, one.PaperVersion, one.Paragraph) == (now.Disposition, now.Reason, now.PaperVersion, now.Paragraph);
}

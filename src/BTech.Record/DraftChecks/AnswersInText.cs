using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.DraftChecks;

/// <summary>Where a report still says a sentence (<see cref="SaidSentences"/>) of which somebody answered in a check of one of its versions that they could be recognised by it, or that it was not said so.</summary>
internal static class AnswersInText
{
    /// <summary>What is found. A recognised sentence blocks until it is changed or a second person lets it stand; the other is advice.</summary>
    public static async Task<IReadOnlyList<Finding>> FindAsync(RecordContext record, SummaryReport report, CancellationToken cancel)
    {
        var answered = await record.CheckAnswers.AsNoTracking()
            .Where(answer => answer.Kind != AnswerKind.Other && record.Reports.Any(version => version.Id == answer.ReportId && version.Number == report.Number))
            .Join(record.CheckedSentences, answer => new { answer.ReportId, Number = answer.Sentence }, sentence => new { sentence.ReportId, sentence.Number }, (answer, sentence) => new { answer.Kind, sentence.Text })
            .Distinct().ToListAsync(cancel);
        if (answered.Count == 0) return [];
        var asked = answered.Select(one => (one.Kind, Words: SaidSentences.Bare(one.Text))).Where(one => one.Words.Length > 0).Distinct().ToList();
        var said = new SaidSentences(report);
        return [.. asked.SelectMany(one => said.Where(one.Words).Select(sentence => (one.Kind, Sentence: sentence))).Distinct()
            .Select(one => one.Sentence.At(one.Kind == AnswerKind.Recognisable ? FindingKind.Recognised : FindingKind.NotWhatWasSaid, one.Kind == AnswerKind.Recognisable))];
    }
}

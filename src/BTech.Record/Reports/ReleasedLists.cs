using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.Storage;
using BTech.Record.Words;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// What of a window's lists may stand in its report: resources that were marked for the annex and dilemma cards that were released, in the team's words,
/// as long as the texts they were made from are kept and may be used for more than background. A version holds a copy, which only the draft's editors
/// take anew, so that clearing covers it and a card that changes later changes no published version.
/// </summary>
internal sealed partial class ReleasedLists(RecordContext record)
{
    /// <summary>The entries in no order of writing: by their words, in the report's language.</summary>
    public async Task<IReadOnlyList<ReleasedEntry>> OfAsync(SummaryReport report, CancellationToken cancel)
    {
        if (report.IsMeeting) return [];
        var language = Language.Find(report.Language) ?? Language.English;
        var usable = record.KeptInputs(report.WindowId).Where(input => input.Permission != QuotingPermission.BackgroundOnly);
        var resources = await record.Set<LoggedResource>().AsNoTracking().Where(line => line.IsInAnnex && line.AnnexLine != null && usable.Any(input => input.Id == line.InputId)).ToListAsync(cancel);
        var cards = await record.Set<DilemmaCard>().AsNoTracking().Where(card => card.IsReleased && usable.Any(input => input.Id == card.InputId)).ToListAsync(cancel);
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(language.Code), ignoreCase: true);
        return [
            .. resources.Select(line => new ReleasedEntry(SectionKind.Resources, null, [WithLinks(line.AnnexLine!)], line.NotedBy)).DistinctBy(entry => entry.Whole).OrderBy(entry => entry.Whole, order),
            .. cards.Select(card => Card(card, language)).DistinctBy(entry => entry.Whole).OrderBy(entry => entry.Whole, order),
        ];
    }

    private static ReleasedEntry Card(DilemmaCard card, Language language)
    {
        var parts = new[] { ("Dilemma.Tension", card.Tension), ("Dilemma.WouldHelp", card.WouldHelp), ("Dilemma.TabledBy", card.TabledBy) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => Phrases.In(language, part.Item1, OneLine(part.Item2))).ToList();
        var situation = OneLine(card.Situation);
        return parts.Count == 0 ? new ReleasedEntry(SectionKind.Dilemmas, null, [situation], card.WrittenBy) : new ReleasedEntry(SectionKind.Dilemmas, situation, parts, card.WrittenBy);
    }

    // Addresses become links; nothing else that a person typed is markup.
    private static string WithLinks(string line)
    {
        var text = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (linked, at) = (new System.Text.StringBuilder(), 0);
        foreach (Match address in Address().Matches(text))
        {
            linked.Append(InlineText.Escape(text[at..address.Index])).Append(CultureInfo.InvariantCulture, $"[{address.Value}]({address.Value})");
            at = address.Index + address.Length;
        }
        return linked.Append(InlineText.Escape(text[at..])).ToString();
    }

    private static string OneLine(string text) => InlineText.Escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [GeneratedRegex(@"https?://[^\s<>()\[\]\\*]*[^\s<>()\[\]\\*.,;:!?""'»”]")]
    private static partial Regex Address();
}

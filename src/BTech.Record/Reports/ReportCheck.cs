using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.DraftChecks;
using BTech.Record.Reports.Gates;
using BTech.Record.Reports.Passages;
using BTech.Record.Storage;
using BTech.Record.Words;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>The check of a report. Blocking findings keep it from being handed over, cleared and published, unless a second person lets them stand; the others are advice.</summary>
public sealed class ReportCheck
{
    private readonly RecordContext _record;
    private readonly Backings _backings;
    private readonly ReleasedLists _lists;
    private readonly ReportLint _lint;
    private readonly ClaimsLedger _ledger;
    private readonly PassageCoverage _coverage;
    private readonly AttackerView _attacker;

    internal ReportCheck(RecordContext record, Backings backings, ReleasedLists lists, ReportLint lint, ClaimsLedger ledger, PassageCoverage coverage, AttackerView attacker) =>
        (_record, _backings, _lists, _lint, _ledger, _coverage, _attacker) = (record, backings, lists, lint, ledger, coverage, attacker);

    /// <summary>The names under which the host speaks in a report of this language.</summary>
    public static IReadOnlyCollection<string> HostLabels(Consultation consultation, string languageCode)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        var language = Language.Find(languageCode) ?? Language.English;
        return [.. new[] { consultation.HostLabel.In(language).Text, consultation.Host.In(language).Text }.Where(label => label.Length > 0).Distinct()];
    }

    /// <summary>Everything found, blocking findings first; of these, what is missing before what sentences give away, else in reading order.</summary>
    /// <param name="report">The whole report.</param>
    /// <param name="consultation">Its consultation with focus areas and groups.</param>
    /// <param name="sources">What the lint compares with; for this call only.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Finding>> FindAsync(SummaryReport report, Consultation consultation, LintSources sources, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(sources);
        var backings = await _backings.OfAsync(report, cancel);
        var final = await _backings.FinalAsync(report, cancel);
        var onImports = await _backings.OnImportsAloneAsync(report, cancel);
        var hostLabels = HostLabels(consultation, report.Language);
        var now = await _ledger.NowAsync(report, consultation, cancel);
        var told = await _ledger.BeforeAsync(report, consultation, [.. now.Values], cancel);
        var seal = report.IsMeeting ? null : await _record.ToldAtTheSealAsync(report.WindowId, cancel);
        var kept = now.Select(one => (one.Key, Phrases: told.Kept(one.Value))).Where(one => one.Phrases is not null).ToDictionary(one => one.Key, one => one.Phrases!);
        var claims = new SupportedClaims(backings, final, onImports) { AsTold = kept };
        var findings = Sections(report, consultation).Concat(Footnotes(report)).Concat(Lists(report, await _lists.OfAsync(report, cancel)))
            .Concat(told.Vanished().Select(point => new Finding(FindingKind.PointVanished, true, Detail: point.KeyPhrase) { LineageId = point.LineageId }));
        if (string.IsNullOrWhiteSpace(report.CorrectionNote) && await _ledger.ReplacesPublicAsync(report, cancel))
            findings = findings.Prepend(new Finding(FindingKind.CorrectionNoteMissing, true) { IsCorrectionNote = true });
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            foreach (var statement in section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(one => one.Order)))
            {
                // A meeting's host may speak in several sentences after one label; its report is as recorded.
                findings = statement switch
                {
                    KeyPoint point when onImports.Contains(point.Id) => findings.Concat(OnImports(report, section, point, backings.GetValueOrDefault(point.Id), claims, hostLabels)),
                    KeyPoint point => findings.Concat(Point(report, section, point, final is not null, backings.GetValueOrDefault(point.Id), claims, hostLabels))
                        .Concat(Beside(section, point, told, now.GetValueOrDefault(point.Id), kept.GetValueOrDefault(point.Id))),
                    HostNote note when !report.IsMeeting && !StatementRules.BeginsWithHost(note.Text, hostLabels) =>
                        findings.Append(new Finding(FindingKind.HostLabelMissing, true, section.Id, note.Id)),
                    _ => findings,
                };
            }
        }
        findings = findings.Concat(ReportForm.Find(report, consultation)).Concat(SectionLengths.Find(report, AddressedByArea(report, backings)));
        if (final is null && await _coverage.LeavesAnyAsync(report, cancel)) findings = findings.Append(new Finding(FindingKind.PassagesLeft, false));
        findings = findings.Concat(await _attacker.FindAsync(report, consultation, now, seal, cancel)).Concat(ToldParticipation.Find(report, consultation, seal));
        findings = findings.Concat(await AnswersInText.FindAsync(_record, report, cancel));
        var given = await _lint.FindAsync(report, consultation, sources, claims, cancel);
        var marks = new LiftMarks(report, backings, final, await _record.Liftings.AsNoTracking().Where(lifting => lifting.ReportId == report.Id).ToListAsync(cancel));
        return [.. findings.Concat(given).Select(marks.On).OrderByDescending(finding => finding.IsBlocking)];
    }

    private static Dictionary<int, int> AddressedByArea(SummaryReport report, IReadOnlyDictionary<Guid, PointBacking> backings) =>
        report.Sections.Where(section => section.FocusAreaNumber is not null).GroupBy(section => section.FocusAreaNumber!.Value).ToDictionary(area => area.Key,
            area => area.SelectMany(section => section.Blocks).SelectMany(block => block.Statements).Select(point => backings.GetValueOrDefault(point.Id)?.Addressed.Number ?? 0).DefaultIfEmpty().Max());

    private static IEnumerable<Finding> Sections(SummaryReport report, Consultation consultation)
    {
        var language = Language.Find(report.Language) ?? Language.English;
        foreach (var kind in new[] { SectionKind.Introduction, SectionKind.OverarchingMessages, SectionKind.NextSteps, SectionKind.Participants })
            if (report.Sections.All(section => section.Kind != kind))
                yield return new Finding(FindingKind.SectionMissing, true, Detail: Phrases.In(language, "Section." + kind));
        foreach (var area in consultation.FocusAreas.OrderBy(area => area.Number))
            if (report.Sections.All(section => section.Kind != SectionKind.FocusArea || section.FocusAreaNumber != area.Number))
                yield return new Finding(FindingKind.SectionMissing, true, Detail: Phrases.In(language, "Section.FocusArea", area.Number, area.Title.In(language).Text));
        foreach (var section in report.Sections.OrderBy(section => section.Order).Where(section => section.Kind != SectionKind.Participants))
        {
            var statements = section.Blocks.SelectMany(block => block.Statements).ToList();
            if (statements.Count == 0) yield return new Finding(FindingKind.SectionEmpty, true, section.Id);
            else if (section.Kind == SectionKind.FocusArea && statements.OfType<KeyPoint>().Count() < 2)
                yield return new Finding(FindingKind.FewKeyPoints, false, section.Id);
            if (section.Kind == SectionKind.NextSteps && !statements.OfType<HostNote>().Any(note => note.IsCommitment && !string.IsNullOrWhiteSpace(note.Due)))
                yield return new Finding(FindingKind.NoCommitment, false, section.Id);
        }
    }

    // What a published report holds of the lists must be released at that moment, in these very words; what it leaves out is the team's choice.
    private static IEnumerable<Finding> Lists(SummaryReport report, IReadOnlyList<ReleasedEntry> released)
    {
        foreach (var kind in new[] { SectionKind.Resources, SectionKind.Dilemmas })
        {
            var known = released.Where(entry => entry.Kind == kind).Select(entry => entry.Whole).ToHashSet(StringComparer.Ordinal);
            var section = report.Sections.Find(section => section.Kind == kind);
            var there = section is null ? [] : ReleasedEntry.In(section).ToHashSet(StringComparer.Ordinal);
            if (!there.IsSubsetOf(known)) yield return new Finding(FindingKind.ListChanged, true, section!.Id);
            else if (!known.IsSubsetOf(there)) yield return new Finding(FindingKind.ListIncomplete, false, section?.Id);
        }
    }

    // What readers of two versions could tell from the difference.
    private static IEnumerable<Finding> Beside(Section section, KeyPoint point, ToldBefore told, ToldPoint? tells, KeptPhrases? kept)
    {
        if (tells is null) yield break;
        if (kept?.AreThoseOf(tells) == false) yield return new Finding(FindingKind.PhraseChanged, true, section.Id, point.Id);
        else if (told.HasAppeared(tells)) yield return new Finding(FindingKind.PointAppeared, true, section.Id, point.Id);
    }

    private static IEnumerable<Finding> Footnotes(SummaryReport report)
    {
        var references = report.References().ToHashSet();
        var numbers = report.Footnotes.Select(footnote => footnote.Number).ToHashSet();
        return references.Except(numbers).Concat(numbers.Except(references)).Order()
            .Select(number => new Finding(FindingKind.Footnote, false, Detail: number.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<Finding> Point(
        SummaryReport report, Section section, KeyPoint point, bool isFrozen, PointBacking? backing, SupportedClaims claims, IReadOnlyCollection<string> hostLabels)
    {
        Finding At(FindingKind kind, bool isBlocking = true, string? detail = null) => new(kind, isBlocking, section.Id, point.Id, detail);

        foreach (var finding in Form(section, point, hostLabels)) yield return finding;
        // Meetings have no contributors: nothing is counted, the phrase is "as recorded at the meeting".
        if (report.IsMeeting)
        {
            if (point.NoteNumber is null) yield return At(FindingKind.EvidenceMissing);
            yield break;
        }
        // Frozen: nobody can be counted any more, so only what held then is asked.
        if (!isFrozen)
        {
            if (backing is null || backing.Kept == 0)
            {
                yield return At(FindingKind.EvidenceMissing);
                yield break;
            }
            foreach (var finding in Evidence(section, point, backing)) yield return finding;
            if (backing.IsBackgroundOnly) yield return At(FindingKind.BackgroundOnly);
        }
        if (point.Attribution is null) yield return At(FindingKind.WordingMissing);
        else if (!claims.Hold(point, point.Attribution)) yield return At(FindingKind.WordingTooStrong) with { Claim = point.Attribution };
        if (SaysOne(report.Language, point, claims)) yield return At(FindingKind.SingleVoice);
        foreach (var (phrase, claim) in PhrasesThatDoNotHold(report.Language, point, claims)) yield return At(FindingKind.PhraseInText, detail: phrase) with { Claim = claim };
    }

    // Chosen or in the sentence, and in a frozen round too: that one person said it may be told, and needs a second person each time.
    private static bool SaysOne(string languageCode, KeyPoint point, SupportedClaims claims) => claims.Hold(point, AttributionLadder.One)
        && (point.Attribution == AttributionLadder.One
            || ScalePhrases.In(InlineText.Plain(point.Text), Language.Find(languageCode) ?? Language.English).Any(found => found.Rungs.Contains(AttributionLadder.One)));

    private static IEnumerable<Finding> Form(Section section, KeyPoint point, IReadOnlyCollection<string> hostLabels)
    {
        var rules = StatementRules.CheckKeyPoint(point.Text, hostLabels);
        if (rules is DraftResult.KeyPhraseMissing or DraftResult.KeyPhraseLength) yield return new Finding(FindingKind.KeyPhrase, true, section.Id, point.Id);
        if (rules is DraftResult.HostLabelOnPoint) yield return new Finding(FindingKind.HostLabelOnPoint, true, section.Id, point.Id);
    }

    // Of the passages themselves, whoever wrote them.
    private static IEnumerable<Finding> Evidence(Section section, KeyPoint point, PointBacking? backing)
    {
        if (backing?.Lost > 0) yield return new Finding(FindingKind.EvidenceLost, true, section.Id, point.Id);
        if (backing?.OutsideArea > 0) yield return new Finding(FindingKind.EvidenceOutsideArea, true, section.Id, point.Id);
        if (section.Kind == SectionKind.OverarchingMessages && backing?.Areas == 1) yield return new Finding(FindingKind.OneAreaOnly, false, section.Id, point.Id);
    }

    /// <summary>A point on imported texts alone: nobody who took part stands behind it, so neither the chosen phrase nor the sentence may say that anybody does.</summary>
    private static IEnumerable<Finding> OnImports(SummaryReport report, Section section, KeyPoint point, PointBacking? backing, SupportedClaims claims, IReadOnlyCollection<string> hostLabels)
    {
        Finding At(FindingKind kind, bool isBlocking = true, string? detail = null) => new(kind, isBlocking, section.Id, point.Id, detail);

        foreach (var finding in Form(section, point, hostLabels)) yield return finding;
        yield return At(FindingKind.ImportsAlone, isBlocking: false);
        foreach (var finding in Evidence(section, point, backing)) yield return finding;
        if (point.Attribution is not null) yield return At(FindingKind.WordingTooStrong);
        foreach (var (phrase, claim) in PhrasesThatDoNotHold(report.Language, point, claims)) yield return At(FindingKind.PhraseInText, detail: phrase) with { Claim = claim };
    }

    // Whatever phrase of the scale stands in the sentence must hold as well, not only the one that was chosen.
    private static IEnumerable<(string Phrase, string Claim)> PhrasesThatDoNotHold(string languageCode, KeyPoint point, SupportedClaims claims)
    {
        var language = Language.Find(languageCode) ?? Language.English;
        return ScalePhrases.In(InlineText.Plain(point.Text), language)
            .Where(found => !found.Rungs.Any(rung => claims.Hold(point, rung)))
            .Select(found => (found.Phrase, point.Attribution is { } chosen && found.Rungs.Contains(chosen) ? chosen : found.Rungs[0]));
    }
}

using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// The claims ledger: what each version that was public told of how many, point by point. A line is written as the version is published and stays
/// when it is withdrawn, for its readers do not forget. Meetings have no contributors and no lines.
/// </summary>
public sealed class ClaimsLedger
{
    private readonly RecordContext _record;

    internal ClaimsLedger(RecordContext record) => _record = record;

    /// <summary>
    /// The phrase that a key point of a draft keeps from the published version before, as long as fewer than three contributors have changed with this
    /// evidence: no other may open it, and this one may, even where it would not be offered any more. Nothing where the numbers decide.
    /// </summary>
    public async Task<Rung?> KeptAsync(SummaryReport report, KeyPoint point, IReadOnlyCollection<Evidence> evidence, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(evidence);
        var points = report.Statements().OfType<KeyPoint>().ToList();
        var now = await NowAsync(report, [.. points.Select(one => (one, one.Id == point.Id ? evidence : one.Evidence))], cancel);
        if ((await BeforeAsync(report, now, cancel)).Kept(now[points.FindIndex(one => one.Id == point.Id)]) is not { } kept) return null;
        // "Noted" and "some" tell the same: the one that was chosen stays.
        var rungs = point.Attribution is { } chosen && kept.Contains(AttributionLadder.Told(chosen)) ? AttributionLadder.Among(new HashSet<string> { chosen }) : AttributionLadder.Among(kept);
        return rungs is [var rung, ..] ? rung : null;
    }

    /// <summary>Whether the public can read an earlier version, so that this one says what it corrects; a withdrawn one is not spoken of.</summary>
    public Task<bool> IsCorrectedAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _record.Reports.AnyAsync(earlier => earlier.Number == report.Number && earlier.Version < report.Version && earlier.Status == ReportStatus.Published, cancel);
    }

    /// <summary>The sentences before lists in earlier versions that were public: they may stay as they are, because another word on how many would tell who left.</summary>
    internal async Task<IReadOnlySet<string>> IntroductionsAsync(SummaryReport report, CancellationToken cancel) => (await (
        from earlier in _record.Reports
        join section in _record.Set<Section>() on earlier.Id equals section.ReportId
        join block in _record.Set<Block>() on section.Id equals block.SectionId
        where earlier.Number == report.Number && earlier.Version < report.Version && block.Introduction != null
            && (earlier.Status == ReportStatus.Published || earlier.Status == ReportStatus.Superseded || earlier.Status == ReportStatus.Withdrawn)
        select block.Introduction).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the earlier versions that were public told, beside what this one tells.</summary>
    internal async Task<ToldBefore> BeforeAsync(SummaryReport report, IReadOnlyList<ToldPoint> now, CancellationToken cancel)
    {
        var versions = await _record.Reports.AsNoTracking()
            .Where(earlier => earlier.Number == report.Number && earlier.Version < report.Version
                && (earlier.Status == ReportStatus.Published || earlier.Status == ReportStatus.Superseded || earlier.Status == ReportStatus.Withdrawn))
            .OrderBy(earlier => earlier.Version).Select(earlier => new { earlier.Id, IsWithdrawn = earlier.Status == ReportStatus.Withdrawn }).ToListAsync(cancel);
        if (versions.Count == 0) return ToldBefore.Nothing;
        var ids = versions.Select(version => version.Id).ToArray();
        var claims = (await _record.Claims.AsNoTracking().Where(claim => ids.Contains(claim.ReportId)).ToListAsync(cancel)).ToLookup(claim => claim.ReportId);
        var points = (await (
            from section in _record.Set<Section>()
            join block in _record.Set<Block>() on section.Id equals block.SectionId
            join point in _record.Set<KeyPoint>() on block.Id equals point.BlockId
            where ids.Contains(section.ReportId)
            select new { section.ReportId, point.LineageId, point.Id, point.Text }).ToListAsync(cancel)).ToDictionary(point => (point.ReportId, point.LineageId));
        var behind = await BehindAsync([.. points.Values.Select(point => point.Id)], cancel);
        var passages = behind.SelectMany(one => one).Select(one => one.Passage).Distinct().ToArray();
        var kept = (await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where passages.Contains(excerpt.Id)
            select excerpt.Id).ToListAsync(cancel)).ToHashSet();
        return new ToldBefore([.. versions.Select(version => new ToldVersion(version.IsWithdrawn, [.. claims[version.Id].Select(claim =>
        {
            var point = points[(claim.ReportId, claim.LineageId)];
            var told = Told(claim.LineageId, point.Text, claim.Rungs.Split(' ').ToHashSet(StringComparer.Ordinal), behind[point.Id]);
            return told with { IsGone = !told.Passages.Overlaps(kept) };
        })]))], now);
    }

    /// <summary>What a draft tells now, point by point in reading order, counting whom its evidence still has.</summary>
    internal Task<IReadOnlyList<ToldPoint>> NowAsync(SummaryReport report, CancellationToken cancel) =>
        NowAsync(report, [.. report.Statements().OfType<KeyPoint>().Select(point => (point, (IReadOnlyCollection<Evidence>)point.Evidence))], cancel);

    /// <summary>Writes down what a version tells that is being published; its points go on under the lineage that the ledger knows them by.</summary>
    internal async Task WriteAsync(SummaryReport report, IReadOnlySet<Guid> onImports, CancellationToken cancel)
    {
        if (report.IsMeeting) return;
        var points = report.Statements().OfType<KeyPoint>().ToList();
        var told = points.Zip(await NowAsync(report, cancel)).Where(pair => !onImports.Contains(pair.First.Id)).ToList();
        var before = await BeforeAsync(report, [.. told.Select(pair => pair.Second)], cancel);
        foreach (var (point, tells) in told)
        {
            if (before.Of(tells) is { } earlier && points.TrueForAll(other => other.LineageId != earlier.LineageId)) point.LineageId = earlier.LineageId;
            var section = report.Sections.Single(section => section.Blocks.Exists(block => block.Id == point.BlockId));
            _record.Claims.Add(new Claim
            {
                ReportId = report.Id,
                LineageId = point.LineageId,
                Section = section.Kind,
                FocusAreaNumber = section.FocusAreaNumber,
                Rungs = string.Join(' ', tells.Rungs.Order(StringComparer.Ordinal)),
                Band = DisclosureControl.ForPublic(tells.Rungs.Max(AttributionLadder.Fewest)).ToString(),
            });
        }
    }

    private async Task<IReadOnlyList<ToldPoint>> NowAsync(SummaryReport report, IReadOnlyList<(KeyPoint Point, IReadOnlyCollection<Evidence> Evidence)> points, CancellationToken cancel)
    {
        var language = LanguageOf(report);
        var excerpts = points.SelectMany(one => one.Evidence).Select(evidence => evidence.ExcerptId).Distinct().ToArray();
        var kept = await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where excerpts.Contains(excerpt.Id)
            select new { excerpt.Id, input.ContributorId }).ToDictionaryAsync(one => one.Id, one => one.ContributorId, cancel);
        return [.. points.Select(one => Told(one.Point.LineageId, one.Point.Text, RungsOf(one.Point, language),
            one.Evidence.Where(evidence => kept.ContainsKey(evidence.ExcerptId)).Select(evidence => new Behind(evidence.Weight, evidence.ExcerptId, kept[evidence.ExcerptId]))))];
    }

    /// <summary>
    /// Who stood behind points when they were published: nothing is published from which something was lost, so that was everybody on whom they rest in
    /// the tables, those too who withdrew or were set aside since. Nothing of it leaves this room but whether three have changed.
    /// </summary>
    private async Task<ILookup<Guid, Behind>> BehindAsync(Guid[] points, CancellationToken cancel) => (await (
        from evidence in _record.Set<Evidence>()
        join excerpt in _record.Excerpts.IgnoreQueryFilters([RecordContext.NotWithdrawn]) on evidence.ExcerptId equals excerpt.Id
        join input in _record.Inputs.IgnoreQueryFilters() on excerpt.InputId equals input.Id
        where points.Contains(evidence.KeyPointId)
        select new { evidence.KeyPointId, Behind = new Behind(evidence.Weight, evidence.ExcerptId, input.ContributorId) }).ToListAsync(cancel))
        .ToLookup(one => one.KeyPointId, one => one.Behind);

    private static ToldPoint Told(Guid lineage, string text, IReadOnlySet<string> rungs, IEnumerable<Behind> behind)
    {
        var sides = behind.ToLookup(one => one.Weight == EvidenceWeight.Contrary);
        return new ToldPoint
        {
            LineageId = lineage,
            KeyPhrase = InlineText.KeyPhrases(text) is [var phrase, ..] ? phrase : "",
            Rungs = rungs,
            Passages = sides[false].Select(one => one.Passage).ToHashSet(),
            InFavour = sides[false].Select(one => one.Contributor).OfType<Guid>().ToHashSet(),
            Against = sides[true].Select(one => one.Contributor).OfType<Guid>().ToHashSet(),
        };
    }

    // Nobody behind a passage that was imported, or once the window is frozen.
    private sealed record Behind(EvidenceWeight Weight, Guid Passage, Guid? Contributor);

    private static HashSet<string> RungsOf(KeyPoint point, Language language) =>
        ScalePhrases.In(InlineText.Plain(point.Text), language).Select(found => found.Rungs.Contains(point.Attribution) ? point.Attribution! : found.Rungs[0]).Append(point.Attribution ?? AttributionLadder.AlsoRaised)
            .Select(AttributionLadder.Told).ToHashSet(StringComparer.Ordinal);

    private static Language LanguageOf(SummaryReport report) => Language.Find(report.Language) ?? Language.English;
}

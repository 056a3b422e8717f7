using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// The claims ledger: what each version that was public told of how many, point by point. A line is written as the version is published and stays
/// when it is withdrawn, for its readers do not forget. Meetings have no contributors and no lines, nor has a point that no participant stands behind.
/// No number stands in it, of all or of a group: exact ones would outlive the freeze, and readers were told none. How many took part, and from which groups, is
/// told by the seal page once and for all (<see cref="ToldParticipation"/>).
/// </summary>
public sealed class ClaimsLedger
{
    private readonly RecordContext _record;

    internal ClaimsLedger(RecordContext record) => _record = record;

    /// <summary>
    /// The phrases that a key point of a draft keeps from an earlier version, as long as fewer than three contributors have changed with this evidence:
    /// no other may open it, and these may, even where they would not be offered any more. Nothing where the numbers decide.
    /// </summary>
    public async Task<KeptPhrases?> KeptAsync(SummaryReport report, KeyPoint point, IReadOnlyCollection<Evidence> evidence, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(evidence);
        // What the draft tells of groups does not matter here: what was told before decides.
        var now = await NowAsync(report, null, one => one.Id == point.Id ? evidence : one.Evidence, cancel);
        return now.TryGetValue(point.Id, out var tells) ? (await BeforeAsync(report, groups: null, [.. now.Values], cancel)).Kept(tells) : null;
    }

    /// <summary>Whether this version replaces one that is public under the report's own address, so that it says what it corrects; a withdrawn one is not spoken of.</summary>
    public Task<bool> ReplacesPublicAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _record.Reports.AnyAsync(earlier => earlier.Number == report.Number && earlier.Version < report.Version && earlier.Status == ReportStatus.Published, cancel);
    }

    /// <summary>What the earlier versions that were public told, beside what this one tells.</summary>
    internal async Task<ToldBefore> BeforeAsync(SummaryReport report, Consultation consultation, IReadOnlyCollection<ToldPoint> now, CancellationToken cancel) =>
        await BeforeAsync(report, await GroupsAsync(report, consultation, cancel), now, cancel);

    private async Task<ToldBefore> BeforeAsync(SummaryReport report, GroupsTold? groups, IReadOnlyCollection<ToldPoint> now, CancellationToken cancel)
    {
        if (report.IsMeeting || report.Version == 1) return ToldBefore.Nothing;
        var versions = await _record.Reports.AsNoTracking().PublicBefore(report)
            .OrderBy(earlier => earlier.Version).Select(earlier => new { earlier.Id, IsWithdrawn = earlier.Status == ReportStatus.Withdrawn }).ToListAsync(cancel);
        if (versions.Count == 0) return ToldBefore.Nothing;
        var language = LanguageOf(report);
        var ids = versions.Select(version => version.Id).ToArray();
        var claims = await _record.Claims.AsNoTracking().Where(claim => ids.Contains(claim.ReportId)).ToDictionaryAsync(claim => (claim.ReportId, claim.LineageId), cancel);
        var points = await (
            from section in _record.Set<Section>()
            join block in _record.Set<Block>() on section.Id equals block.SectionId
            join point in _record.Set<KeyPoint>() on block.Id equals point.BlockId
            where ids.Contains(section.ReportId)
            orderby section.Order, block.Order, point.Order
            select new { section.ReportId, point.LineageId, point.Id, point.Text, point.Told, block.Introduction }).ToListAsync(cancel);
        var behind = await BehindAsync([.. points.Select(point => point.Id)], cancel);
        var passages = behind.SelectMany(one => one).Select(one => one.Passage).Distinct().ToArray();
        var kept = (await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where passages.Contains(excerpt.Id)
            select excerpt.Id).ToListAsync(cancel)).ToHashSet();
        return new ToldBefore([.. versions.Select(version => new ToldVersion(version.IsWithdrawn, [.. points.Where(point => point.ReportId == version.Id && claims.ContainsKey((version.Id, point.LineageId))).Select(point =>
        {
            var told = Told(point.LineageId, point.Text, claims[(version.Id, point.LineageId)].Keys(), behind[point.Id]);
            return told with { IsGone = !told.Passages.Overlaps(kept), Opening = Opening(point.Introduction, language, groups), Bands = point.Told };
        })]))], now);
    }

    /// <summary>What a draft tells now by the id of the key point, counting whom its evidence still has. Points that no participant stands behind tell of nobody.</summary>
    internal async Task<IReadOnlyDictionary<Guid, ToldPoint>> NowAsync(SummaryReport report, Consultation consultation, CancellationToken cancel) =>
        await NowAsync(report, await GroupsAsync(report, consultation, cancel), point => point.Evidence, cancel);

    /// <summary>Writes down what a version tells that is being published; its points go on under the lineage that the ledger knows them by.</summary>
    internal async Task WriteAsync(SummaryReport report, Consultation consultation, CancellationToken cancel)
    {
        var groups = await GroupsAsync(report, consultation, cancel);
        var told = await NowAsync(report, groups, point => point.Evidence, cancel);
        var before = await BeforeAsync(report, groups, [.. told.Values], cancel);
        var points = report.Statements().OfType<KeyPoint>().ToList();
        foreach (var point in points)
        {
            if (!told.TryGetValue(point.Id, out var tells)) continue;
            if (before.Of(tells) is { } earlier && points.TrueForAll(other => other.LineageId != earlier.LineageId)) point.LineageId = earlier.LineageId;
            _record.Claims.Add(new Claim
            {
                ReportId = report.Id,
                LineageId = point.LineageId,
                Rungs = Claim.Joined(tells.Rungs),
                Band = DisclosureControl.ForPublic(tells.Rungs.Max(AttributionLadder.Fewest)).ToString(),
            });
        }
    }

    private async Task<IReadOnlyDictionary<Guid, ToldPoint>> NowAsync(SummaryReport report, GroupsTold? groups, Func<KeyPoint, IReadOnlyCollection<Evidence>> evidenceOf, CancellationToken cancel)
    {
        if (report.IsMeeting) return new Dictionary<Guid, ToldPoint>();
        var language = LanguageOf(report);
        var points = report.Statements().OfType<KeyPoint>().ToList();
        var openings = report.Sections.SelectMany(section => section.Blocks).ToDictionary(block => block.Id, block => Opening(block.Introduction, language, groups));
        var excerpts = points.SelectMany(evidenceOf).Select(evidence => evidence.ExcerptId).Distinct().ToArray();
        var kept = await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where excerpts.Contains(excerpt.Id)
            select new { excerpt.Id, input.ContributorId, IsImported = input.ImportId != null }).ToDictionaryAsync(one => one.Id, cancel);
        var told = new Dictionary<Guid, ToldPoint>();
        foreach (var point in points)
        {
            var evidence = evidenceOf(point).Where(one => kept.ContainsKey(one.ExcerptId)).ToList();
            var inFavour = evidence.Where(one => one.Weight != EvidenceWeight.Contrary).ToList();
            // What rests on imported texts alone says of no participant that they said it.
            if (inFavour.Count > 0 && inFavour.TrueForAll(one => kept[one.ExcerptId].IsImported)) continue;
            told[point.Id] = Told(point.LineageId, point.Text, RungsOf(point, language, groups), evidence.Select(one => new Behind(one.Weight, one.ExcerptId, kept[one.ExcerptId].ContributorId))) with { Opening = openings[point.BlockId] };
        }
        return told;
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

    private static HashSet<string> RungsOf(KeyPoint point, Language language, GroupsTold? groups) =>
        [.. In(point.Text, point.Attribution, language, groups), AttributionLadder.Told(point.Attribution ?? AttributionLadder.AlsoRaised)];

    private static HashSet<string> Opening(string? introduction, Language language, GroupsTold? groups) => introduction is null ? [] : [.. In(introduction, null, language, groups)];

    private static IEnumerable<string> In(string text, string? chosen, Language language, GroupsTold? groups)
    {
        var plain = InlineText.Plain(text);
        return ScalePhrases.In(plain, language).Select(found => AttributionLadder.Told(found.Rungs.Contains(chosen) ? chosen! : found.Rungs[0])).Concat(groups?.In(plain) ?? []);
    }

    private async Task<GroupsTold?> GroupsAsync(SummaryReport report, Consultation consultation, CancellationToken cancel) =>
        !report.IsMeeting && await _record.ToldAtTheSealAsync(report.WindowId, cancel) is { } seal ? new GroupsTold(LintVocabulary.Of(LanguageOf(report), consultation), seal.Labels) : null;

    private static Language LanguageOf(SummaryReport report) => Language.Find(report.Language) ?? Language.English;
}

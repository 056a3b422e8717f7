using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure;

/// <summary>Counts who stands behind key points: distinct contributors of kept inputs, a confirmed campaign as one (see <see cref="Voices"/>), afresh each time. Imported texts have no contributor and add nobody.</summary>
public sealed class Backings
{
    private readonly RecordContext _record;

    internal Backings(RecordContext record) => _record = record;

    /// <summary>Whether a window is frozen, so that nobody in it can be counted any more.</summary>
    public Task<bool> IsFrozenAsync(Guid windowId, CancellationToken cancel) =>
        _record.Inputs.IgnoreQueryFilters().AnyAsync(input => input.WindowId == windowId && input.ContributorId == null && input.ImportId == null, cancel);

    /// <summary>For a report on a frozen window: the phrases that each key point may use for good. Nothing while its window is not frozen.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<string>>?> FinalAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!await IsFrozenAsync(report.WindowId, cancel)) return null;
        var points = report.Statements().OfType<KeyPoint>().Select(point => point.Id).ToArray();
        return (await _record.FinalWordings.AsNoTracking().Where(wording => points.Contains(wording.KeyPointId)).ToListAsync(cancel))
            .ToDictionary(wording => wording.KeyPointId, wording => wording.Keys());
    }

    /// <summary>
    /// The backing of every key point of a report by its id, and of every list that a sentence introduces by the list's: what all its points rest on
    /// together. Meetings have none, nor have frozen windows.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, PointBacking>> OfAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.IsMeeting || await IsFrozenAsync(report.WindowId, cancel)) return new Dictionary<Guid, PointBacking>();
        var points = report.Sections.SelectMany(section => section.Blocks.SelectMany(block => block.Statements.OfType<KeyPoint>())
            .Select(point => (Area: section.Kind == SectionKind.FocusArea ? section.FocusAreaNumber : null, Point: point))).ToList();
        var window = await WindowAsync(report.WindowId, [.. points.SelectMany(point => point.Point.Evidence).Select(evidence => evidence.ExcerptId)], cancel);
        var backings = points.ToDictionary(point => point.Point.Id, point => window.Count(point.Area, point.Point.Evidence));
        foreach (var section in report.Sections)
            foreach (var list in section.Blocks.Where(block => block.Introduction is not null && block.Statements.Exists(statement => statement is KeyPoint)))
                backings[list.Id] = window.Count(section.Kind == SectionKind.FocusArea ? section.FocusAreaNumber : null, [.. list.Statements.OfType<KeyPoint>().SelectMany(point => point.Evidence)]);
        return backings;
    }

    /// <summary>The backing that a point on these excerpts would have in the section of a focus area, or in one on several.</summary>
    public async Task<PointBacking> OfAsync(Guid windowId, int? focusArea, IReadOnlyCollection<Evidence> evidence, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var window = await WindowAsync(windowId, [.. evidence.Select(one => one.ExcerptId)], cancel);
        return window.Count(focusArea, evidence);
    }

    /// <summary>
    /// The key points of a report that rest on imported texts alone, in a frozen window too: no phrase about participants may open them, because not
    /// one of them stands behind the point.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> OnImportsAloneAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var evidence = report.Statements().OfType<KeyPoint>().SelectMany(point => point.Evidence).Where(one => one.Weight != EvidenceWeight.Contrary).ToList();
        Guid[] ids = [.. evidence.Select(one => one.ExcerptId).Distinct()];
        var kept = await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where ids.Contains(excerpt.Id)
            select new { excerpt.Id, IsImported = input.ImportId != null }).ToDictionaryAsync(excerpt => excerpt.Id, excerpt => excerpt.IsImported, cancel);
        return evidence.Where(one => kept.ContainsKey(one.ExcerptId)).GroupBy(one => one.KeyPointId).Where(point => point.All(one => kept[one.ExcerptId])).Select(point => point.Key).ToHashSet();
    }

    private async Task<CountedWindow> WindowAsync(Guid windowId, Guid[] excerptIds, CancellationToken cancel)
    {
        var themes = await _record.Excerpts.Where(excerpt => excerptIds.Contains(excerpt.Id)).Select(excerpt => excerpt.ThemeId).Distinct().ToArrayAsync(cancel);
        // The whole of these themes, because counter-views under them count even where nobody attached them.
        var excerpts = await (
            from placed in _record.Placed(_record.Excerpts.Where(excerpt => themes.Contains(excerpt.ThemeId)), _record.Inputs.Where(input => input.WindowId == windowId))
            join theme in _record.Themes on placed.Excerpt.ThemeId equals theme.Id
            join contributor in _record.Contributors on placed.Input.ContributorId equals contributor.Id
            select new CountedExcerpt(placed.Excerpt.Id, placed.Input.Id, contributor.Id, contributor.GroupLabel, placed.Area, placed.Excerpt.ThemeId, theme.IsCrossCutting,
                placed.Excerpt.Stance, placed.Input.Language, placed.Input.Permission, _record.ReviewDecisions.Any(decision => decision.InputId == placed.Input.Id && decision.IsSetAside)))
            .ToListAsync(cancel);
        var imported = await (
            from placed in _record.Placed(_record.Excerpts.Where(excerpt => excerptIds.Contains(excerpt.Id)), _record.KeptInputs(windowId).Where(input => input.ImportId != null))
            join theme in _record.Themes on placed.Excerpt.ThemeId equals theme.Id
            select new ImportedExcerpt(placed.Excerpt.Id, placed.Area, theme.IsCrossCutting)).ToDictionaryAsync(excerpt => excerpt.Id, cancel);
        var campaigns = await _record.CampaignsAsync(windowId, cancel);
        var addressed = (await _record.KeptInputs(windowId).Where(input => input.ContributorId != null)
            .Select(input => new { input.Id, ContributorId = input.ContributorId!.Value, Area = input.FocusAreaNumber }).ToListAsync(cancel))
            .Select(input => (input.Id, input.Area, Said: new Voices.Said(input.ContributorId, null, campaigns.GetValueOrDefault(input.Id)?.Id))).ToList();
        // Whoever wrote a passage that is read under another focus area has addressed that one too.
        var elsewhere = (await _record.SplitPassages.Where(passage => _record.KeptInputs(windowId).Any(input => input.Id == passage.InputId))
            .Select(passage => new { passage.InputId, Area = (int?)passage.FocusAreaNumber }).ToListAsync(cancel)).ToLookup(passage => passage.InputId, passage => passage.Area);
        var byArea = addressed.SelectMany(input => elsewhere[input.Id].Append(input.Area).Select(area => (Area: area, input.Said))).Where(input => input.Area is not null)
            .GroupBy(input => input.Area!.Value).ToDictionary(area => area.Key, area => Voices.Count(area.Select(input => input.Said)));
        var delegations = await _record.DelegationsAsync(windowId, cancel);
        return new CountedWindow(
            excerpts.ToDictionary(excerpt => excerpt.Id, excerpt => campaigns.GetValueOrDefault(excerpt.InputId) is { } campaign ? excerpt with { Campaign = campaign.Id, CampaignLabel = campaign.Label } : excerpt),
            imported, byArea, Voices.Count(addressed.Select(input => input.Said)), delegations, await _record.NamedLanguagesAsync(windowId, delegations, cancel));
    }

    private sealed record CountedExcerpt(
        Guid Id, Guid InputId, Guid ContributorId, string? Label, int? Area, Guid ThemeId, bool IsCrossCutting, Stance Stance, string Language, QuotingPermission Permission, bool IsSetAside)
    {
        public Guid? Campaign { get; init; }

        public string? CampaignLabel { get; init; }

        public Voices.Said Said => new(ContributorId, Campaign is null ? Label : CampaignLabel, Campaign);

        // Of a campaign one variant is coded and attached, and it stands for all of them.
        public IEnumerable<Guid> Holders => Campaign is { } campaign ? [ContributorId, campaign] : [ContributorId];
    }

    // Words under a theme that nobody can be counted for.
    private sealed record ImportedExcerpt(Guid Id, int? Area, bool IsCrossCutting);

    private sealed record CountedWindow(
        Dictionary<Guid, CountedExcerpt> Excerpts, Dictionary<Guid, ImportedExcerpt> Imported, Dictionary<int, int> AddressedByArea, int AddressedAtAll, IReadOnlyCollection<Delegations> Delegations, NamedLanguages Languages)
    {
        public PointBacking Count(int? area, IReadOnlyCollection<Evidence> evidence)
        {
            var known = evidence.Where(one => Excerpts.ContainsKey(one.ExcerptId)).Select(one => (one.Weight, Excerpt: Excerpts[one.ExcerptId])).ToList();
            var kept = known.Where(one => !one.Excerpt.IsSetAside).ToList();
            var inFavour = kept.Where(one => one.Weight != EvidenceWeight.Contrary).Select(one => one.Excerpt).ToList();
            var against = kept.Where(one => one.Weight == EvidenceWeight.Contrary).Select(one => one.Excerpt).ToList();
            var imports = evidence.Where(one => Imported.ContainsKey(one.ExcerptId)).ToList();
            var importsInFavour = imports.Where(one => one.Weight != EvidenceWeight.Contrary).Select(one => Imported[one.ExcerptId]).ToList();
            var recorded = against.SelectMany(excerpt => excerpt.Holders).ToHashSet();
            var voices = Voices.Of(inFavour.Select(excerpt => excerpt.Said));
            var backing = new Backing
            {
                Contributors = voices.Count,
                Addressed = area is { } number ? AddressedByArea.GetValueOrDefault(number) : AddressedAtAll,
                Contrary = Voices.Count(against.Select(excerpt => excerpt.Said)),
                ContraryIsRecorded = CounterViews(area, inFavour).All(view => view.Holders.Any(recorded.Contains)),
                ByLabel = Labelled(voices),
                SpeakingAsGroup = Labelled(Voices.Of(inFavour.Where(excerpt => excerpt.Label is { } label && Languages.MayStandBeside(label, excerpt.Language)).Select(excerpt => excerpt.Said))),
                Delegations = Delegations,
            };
            return new PointBacking(backing)
            {
                Lost = evidence.Count - kept.Count - imports.Count,
                OutsideArea = area is null ? 0 : inFavour.Count(excerpt => excerpt.Area != area && !excerpt.IsCrossCutting) + importsInFavour.Count(excerpt => excerpt.Area != area && !excerpt.IsCrossCutting),
                // Imported words beside them do not make what somebody gave as background more.
                IsBackgroundOnly = inFavour.Count > 0 && inFavour.All(excerpt => excerpt.Permission == QuotingPermission.BackgroundOnly),
                Inputs = [.. inFavour.Select(excerpt => excerpt.InputId).Distinct()],
                Areas = inFavour.Select(excerpt => excerpt.Area).Concat(importsInFavour.Select(excerpt => excerpt.Area)).Where(one => one is not null).Distinct().Count(),
                Kept = inFavour.Count,
                Imported = importsInFavour.Count,
            };
        }

        private static Dictionary<string, int> Labelled(IEnumerable<string?> voices) => voices.OfType<string>().CountBy(label => label).ToDictionary();

        // Whoever holds the opposite under one of the same themes in the same area, and does not also hold the point.
        private IEnumerable<CountedExcerpt> CounterViews(int? area, List<CountedExcerpt> inFavour)
        {
            var holders = inFavour.SelectMany(excerpt => excerpt.Holders).ToHashSet();
            var opposite = inFavour.Where(excerpt => excerpt.Stance is Stance.Support or Stance.Concern)
                .Select(excerpt => (excerpt.ThemeId, Stance: excerpt.Stance == Stance.Support ? Stance.Concern : Stance.Support)).ToHashSet();
            return Excerpts.Values.Where(excerpt => !excerpt.IsSetAside && opposite.Contains((excerpt.ThemeId, excerpt.Stance))
                && (area is null || excerpt.Area == area) && !excerpt.Holders.Any(holders.Contains));
        }
    }
}

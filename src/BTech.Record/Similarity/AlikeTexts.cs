using BTech.Agenda;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BTech.Record.Similarity;

/// <summary>
/// Near duplicates and campaigns of a sealed window. The machine proposes, from the texts as the team may read them; a person confirms, takes single
/// texts out, or says that they are not the same. A confirmed group counts as one contributor wherever a report counts (see <see cref="Voices"/>).
/// Nothing is proposed that one contributor alone wrote: a text repeated in several areas is no campaign.
/// </summary>
public sealed class AlikeTexts
{
    private readonly RecordContext _record;

    internal AlikeTexts(RecordContext record) => _record = record;

    /// <summary>What was found and what was decided. Computed anew each time; the cost is that of <see cref="NearDuplicates"/> for the window's texts.</summary>
    public async Task<AlikeOverview> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var texts = await ReadAsync(windowId, cancel);
        var decided = await DecidedAsync(windowId, texts, cancel);
        var (proposed, more) = Propose(texts, decided);
        return new AlikeOverview(
            Sorted(proposed.Select(group => Told(group[0].Id, group, []))),
            Sorted(decided.Where(group => group.Group.IsOneText && group.Inside.Count > 0).Select(group => Told(group.Group.Id, group.Inside, more.GetValueOrDefault(group.Group.Id) ?? []))),
            Sorted(decided.Where(group => !group.Group.IsOneText && group.Inside.Count > 0).Select(group => Told(group.Group.Id, group.Inside, []))));
    }

    /// <summary>Confirms what the machine proposed, without the variants that were left out.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="key">The proposal, by its <see cref="AlikeProposal.Key"/>.</param>
    /// <param name="texts">How many texts the person saw: of another number nothing is confirmed.</param>
    /// <param name="leftOut">One input of each variant that does not belong to it.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<AlikeResult> ConfirmAsync(Guid windowId, Guid key, int texts, IReadOnlyCollection<Guid> leftOut, StaffId by, CancellationToken cancel) =>
        DecideAsync(windowId, key, texts, leftOut, isOneText: true, by, cancel);

    /// <summary>Says of a proposal that its texts are not the same: they count each for itself, and are not proposed again.</summary>
    public Task<AlikeResult> RejectAsync(Guid windowId, Guid key, int texts, StaffId by, CancellationToken cancel) =>
        DecideAsync(windowId, key, texts, [], isOneText: false, by, cancel);

    /// <summary>Takes a variant out of a confirmed group; if fewer than two texts would be left, the group has to be dissolved instead.</summary>
    public async Task<AlikeResult> TakeOutAsync(Guid windowId, Guid groupId, Guid inputId, CancellationToken cancel)
    {
        await using var turn = await TurnAsync(windowId, cancel);
        var texts = await ReadAsync(windowId, cancel);
        if ((await DecidedAsync(windowId, texts, cancel)).Find(group => group.Group.Id == groupId && group.Group.IsOneText) is not { } group) return AlikeResult.Changed;
        if (group.Inside.Find(text => text.Id == inputId) is not { } chosen) return AlikeResult.Changed;
        var gone = group.Inside.Where(text => text.Whole == chosen.Whole).Select(text => text.Id).ToHashSet();
        if (group.Inside.Count - gone.Count < 2) return AlikeResult.TooFew;
        foreach (var row in await _record.AlikeTexts.Where(row => row.GroupId == groupId && gone.Contains(row.InputId)).ToListAsync(cancel)) row.IsOut = true;
        return await SaveAsync(turn, cancel);
    }

    /// <summary>Puts a variant into a confirmed group that the machine found for it later.</summary>
    public async Task<AlikeResult> PutInAsync(Guid windowId, Guid groupId, Guid inputId, CancellationToken cancel)
    {
        await using var turn = await TurnAsync(windowId, cancel);
        var texts = await ReadAsync(windowId, cancel);
        var more = Propose(texts, await DecidedAsync(windowId, texts, cancel)).More.GetValueOrDefault(groupId) ?? [];
        if (more.Find(text => text.Id == inputId) is not { } chosen) return AlikeResult.Changed;
        _record.AlikeTexts.AddRange(more.Where(text => text.Whole == chosen.Whole).Select(text => new AlikeText { GroupId = groupId, InputId = text.Id }));
        return await SaveAsync(turn, cancel);
    }

    /// <summary>Takes a decision back: what was one text counts each for itself again, and what was rejected is proposed again.</summary>
    public async Task<AlikeResult> DissolveAsync(Guid windowId, Guid groupId, CancellationToken cancel)
    {
        await using var turn = await TurnAsync(windowId, cancel);
        if (await _record.AlikeGroups.SingleOrDefaultAsync(group => group.Id == groupId && group.WindowId == windowId, cancel) is not { } group) return AlikeResult.Changed;
        _record.AlikeGroups.Remove(group);
        return await SaveAsync(turn, cancel);
    }

    private async Task<AlikeResult> DecideAsync(Guid windowId, Guid key, int seen, IReadOnlyCollection<Guid> leftOut, bool isOneText, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        await using var turn = await TurnAsync(windowId, cancel);
        var texts = await ReadAsync(windowId, cancel);
        if (Propose(texts, await DecidedAsync(windowId, texts, cancel)).Proposed.Find(group => group[0].Id == key) is not { } proposal || proposal.Count != seen) return AlikeResult.Changed;
        var words = proposal.Where(text => leftOut.Contains(text.Id)).Select(text => text.Whole).ToHashSet();
        if (proposal.Count(text => !words.Contains(text.Whole)) < 2) return AlikeResult.TooFew;
        var group = new AlikeGroup { Id = Guid.NewGuid(), WindowId = windowId, IsOneText = isOneText, DecidedBy = by };
        _record.AlikeGroups.Add(group);
        _record.AlikeTexts.AddRange(proposal.Select(text => new AlikeText { GroupId = group.Id, InputId = text.Id, IsOut = words.Contains(text.Whole) }));
        return await SaveAsync(turn, cancel);
    }

    // What hangs together in the texts, less what was decided.
    private static (List<List<Text>> Proposed, Dictionary<Guid, List<Text>> More) Propose(List<Text> texts, List<Decided> decided)
    {
        var (proposed, more) = (new List<List<Text>>(), new Dictionary<Guid, List<Text>>());
        var grouped = decided.Where(group => group.Group.IsOneText).SelectMany(group => group.Inside.Select(text => (text.Id, Group: group))).ToDictionary(text => text.Id, text => text.Group);
        foreach (var found in NearDuplicates.Of([.. texts.Select(text => text.Readable)]))
        {
            var members = found.Select(at => texts[at]).ToList();
            var free = members.Where(text => !grouped.ContainsKey(text.Id)).ToList();
            if (members.Find(text => grouped.ContainsKey(text.Id)) is { } known)
            {
                var group = grouped[known.Id];
                var added = free.Where(text => !group.Out.Contains(text.Id)).ToList();
                if (added.Count > 0)
                {
                    if (more.TryGetValue(group.Group.Id, out var others)) others.AddRange(added);
                    else more.Add(group.Group.Id, added);
                }
                free = [.. free.Except(added)];
            }
            if (free.Count < 2 || free.All(text => text.Writer == free[0].Writer)) continue;
            if (decided.Exists(group => !group.Group.IsOneText && free.TrueForAll(text => group.Inside.Contains(text)))) continue;
            proposed.Add(free);
        }
        return (proposed, more);
    }

    private static AlikeProposal Told(Guid key, List<Text> texts, List<Text> more) => new(
        key, DisclosureControl.ForTeam(texts.Count),
        texts.Exists(text => !text.IsImported && text.Contributor is null) ? null
            : DisclosureControl.ForTeam(texts.Where(text => !text.IsImported).Select(text => text.Contributor).Distinct().Count()),
        Variants(texts), Variants(more));

    private static List<AlikeVariant> Variants(List<Text> texts) =>
        [.. texts.GroupBy(text => text.Whole).Select(copies => copies.MinBy(copy => copy.Id)! is var first ? new AlikeVariant(first.Id, first.Masked, first.Language, DisclosureControl.ForTeam(copies.Count()), DisclosureControl.ForTeam(copies.Count(copy => copy.IsImported))) : null!)
            .OrderByDescending(variant => variant.Texts.Number).ThenBy(variant => variant.InputId)];

    private static List<AlikeProposal> Sorted(IEnumerable<AlikeProposal> groups) => [.. groups.OrderByDescending(group => group.Texts.Number).ThenBy(group => group.Key)];

    private async Task<List<Text>> ReadAsync(Guid windowId, CancellationToken cancel) =>
        [.. (await _record.ReadableTextsAsync(windowId, withTranslations: false, cancel)).Select(input => new Text(input.Id, input.ContributorId, input.Language, input.Text, input.IsImported))];

    private async Task<List<Decided>> DecidedAsync(Guid windowId, List<Text> texts, CancellationToken cancel)
    {
        var known = texts.ToDictionary(text => text.Id);
        var groups = await _record.AlikeGroups.AsNoTracking().Where(group => group.WindowId == windowId).ToListAsync(cancel);
        var rows = (await _record.AlikeTexts.AsNoTracking().Where(row => _record.AlikeGroups.Any(group => group.Id == row.GroupId && group.WindowId == windowId)).ToListAsync(cancel)).ToLookup(row => row.GroupId);
        return [.. groups.Select(group => new Decided(group,
            [.. rows[group.Id].Where(row => !row.IsOut && known.ContainsKey(row.InputId)).Select(row => known[row.InputId]).OrderBy(text => text.Id)],
            [.. rows[group.Id].Where(row => row.IsOut).Select(row => row.InputId)]))];
    }

    // One decision on a window's texts at a time, so that no text comes into two groups.
    private async Task<IDbContextTransaction> TurnAsync(Guid windowId, CancellationToken cancel)
    {
        var turn = await _record.Database.BeginTransactionAsync(cancel);
        await _record.Database.ExecuteSqlAsync($"SELECT 1 FROM record.window_state WHERE window_id = {windowId} FOR UPDATE", cancel);
        return turn;
    }

    private async Task<AlikeResult> SaveAsync(IDbContextTransaction turn, CancellationToken cancel)
    {
        await _record.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return AlikeResult.Done;
    }

    private sealed record Decided(AlikeGroup Group, List<Text> Inside, HashSet<Guid> Out);

    private sealed class Text(Guid id, Guid? contributor, string language, MaskedText masked, bool isImported)
    {
        public Guid Id => id;

        public Guid? Contributor => contributor;

        public bool IsImported => isImported;

        // Nobody knows who wrote an imported text: each counts as somebody's own when it is asked whether one alone repeats himself.
        public Guid? Writer => isImported ? id : contributor;

        public string Language => language;

        public MaskedText Masked => masked;

        public string Readable { get; } = masked.Read();

        public ulong Whole => field == 0 ? field = Shingles.Read(Readable, int.MaxValue).Whole : field;
    }
}

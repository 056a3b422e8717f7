using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Matrix;

/// <summary>Counts what the coding of a window amounts to, afresh each time: distinct contributors of kept inputs, a confirmed campaign as one (<see cref="Voices"/>).</summary>
public sealed class CodingMatrices
{
    private readonly RecordContext _record;
    private readonly Coverage _coverage;
    private readonly Backings _backings;

    internal CodingMatrices(RecordContext record, Coverage coverage, Backings backings) => (_record, _coverage, _backings) = (record, coverage, backings);

    /// <summary>The matrix of a window.</summary>
    /// <remarks>
    /// A contributor counts under a group only with words beside which its label may stand (<see cref="NamedGroups"/>): whoever codes and sets
    /// aside could otherwise watch a number and learn whose text it was. Cost grows with the number of codings.
    /// </remarks>
    public async Task<CodingMatrix> OfAsync(Guid windowId, CancellationToken cancel)
    {
        var progress = (await _coverage.OfAreasAsync(windowId, cancel)).Where(area => area.Inputs.Number > 0).ToList();
        if (await _backings.IsFrozenAsync(windowId, cancel)) return new CodingMatrix([.. progress.Select(line => line.FocusAreaNumber)], [], [], progress, IsFrozen: true);
        var codings = await CodingsAsync(windowId, cancel);
        // An area in which nobody wrote may have passages that were split off from elsewhere.
        var areas = progress.Select(line => line.FocusAreaNumber).Union(codings.Select(coding => coding.Area)).OrderBy(area => area ?? int.MaxValue).ToList();
        var delegations = await _record.DelegationsAsync(windowId, cancel);
        var (_, named) = await _record.NamedPartsAsync(windowId, cancel);
        var k = await _record.SmallestGroupAsync(windowId, cancel);
        var labels = delegations.Select(one => one.Label).Order(StringComparer.Ordinal).ToList();
        var imported = await ImportedAsync(windowId, cancel);
        var byTheme = codings.ToLookup(coding => coding.Theme.Id);
        var lines = codings.Select(coding => coding.Theme).Concat(imported.Values.Select(one => one.Theme)).DistinctBy(theme => theme.Id)
            .Select(theme => (Theme: theme, Codings: byTheme[theme.Id].ToList(), Cells: GroupCells.Of(labels, ByLabel(byTheme[theme.Id], named, out var without), without, delegations, k))).ToList();
        // A group that no line tells a number of is not named at all.
        var shown = Enumerable.Range(0, labels.Count).Where(label => lines.Exists(line => line.Cells[label] is not null)).ToList();
        return new CodingMatrix(areas, [.. shown.Select(label => labels[label])],
            [.. lines.OrderBy(line => line.Theme.Name, StringComparer.CurrentCultureIgnoreCase).Select(line => Line(
                line.Theme, line.Codings, imported.TryGetValue(line.Theme.Id, out var texts) ? texts.Count : 0, areas, [.. shown.Append(labels.Count).Select(cell => line.Cells[cell])]))],
            progress, IsFrozen: false);
    }

    private static ThemeLine Line(Theme theme, List<Coding> codings, int imported, List<int?> areas, IReadOnlyList<int?> groups)
    {
        return new ThemeLine(
            theme, Contributors(codings), DisclosureControl.ForTeam(codings.Select(coding => coding.InputId).Distinct().Count()), DisclosureControl.ForTeam(imported),
            [.. areas.Select(area => Contributors(codings.Where(coding => coding.Area == area)))],
            [.. groups.Select(number => number is { } told ? MatrixCell.Of(told) : MatrixCell.Hidden)],
            OfStance(Stance.Support), OfStance(Stance.Concern), OfStance(Stance.Nuance));

        MatrixCell OfStance(Stance stance) => Contributors(codings.Where(coding => coding.Stance == stance));
    }

    private async Task<List<Coding>> CodingsAsync(Guid windowId, CancellationToken cancel)
    {
        var campaigns = await _record.CampaignsAsync(windowId, cancel);
        var rows = await (
            from placed in _record.Placed(_record.Excerpts, _record.KeptInputs(windowId))
            join theme in _record.Themes on placed.Excerpt.ThemeId equals theme.Id
            join contributor in _record.Contributors on placed.Input.ContributorId equals contributor.Id
            select new { Theme = theme, InputId = placed.Input.Id, placed.Area, contributor.Id, contributor.GroupLabel, placed.Input.Language, placed.Excerpt.Stance }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => (Row: row, Campaign: campaigns.GetValueOrDefault(row.InputId))).Select(one => new Coding(
            one.Row.Theme, one.Row.InputId, one.Row.Area, new Voices.Said(one.Row.Id, one.Campaign is { } campaign ? campaign.Label : one.Row.GroupLabel, one.Campaign?.Id), one.Row.Language, one.Row.Stance))];
    }

    // Nobody can be counted for these: they stand beside the line, and in no other number of it.
    private async Task<Dictionary<Guid, (Theme Theme, int Count)>> ImportedAsync(Guid windowId, CancellationToken cancel)
    {
        var rows = await (
            from excerpt in _record.Excerpts
            join theme in _record.Themes on excerpt.ThemeId equals theme.Id
            join input in _record.KeptInputs(windowId) on excerpt.InputId equals input.Id
            where input.ImportId != null
            select new { Theme = theme, input.Id }).AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(row => row.Theme.Id).ToDictionary(theme => theme.Key, theme => (theme.First().Theme, theme.DistinctBy(row => row.Id).Count()));
    }

    private static Dictionary<string, int> ByLabel(IEnumerable<Coding> codings, NamedGroups named, out int without)
    {
        // Words that may carry the label first: one of them is enough for the contributor to count under it.
        var labels = Voices.Of(codings.Select(coding => coding.Said with { Label = coding.Said.Label is { } label && named.MayStandBeside(label, coding.Language) ? label : null })
            .OrderBy(said => said.Label is null));
        without = labels.Count(label => label is null);
        return labels.OfType<string>().GroupBy(label => label, StringComparer.Ordinal).ToDictionary(label => label.Key, label => label.Count(), StringComparer.Ordinal);
    }

    private static MatrixCell Contributors(IEnumerable<Coding> codings) => MatrixCell.Of(Voices.Count(codings.Select(coding => coding.Said)));

    private sealed record Coding(Theme Theme, Guid InputId, int? Area, Voices.Said Said, string Language, Stance Stance);
}

using BTech.Agenda;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// What may be told as an overarching message: themes coded in two focus areas or more, those in most areas first, then those with most contributors
/// (design: report, 1.5). Overall comments are no area, and texts that were imported are nobody's.
/// </summary>
public sealed class OverarchingThemes
{
    private readonly RecordContext _record;

    internal OverarchingThemes(RecordContext record) => _record = record;

    /// <summary>The candidates of a window. Inputs that the reader still has to code blind are left out.</summary>
    public async Task<IReadOnlyList<OverarchingTheme>> OfAsync(Guid windowId, StaffId reader, CancellationToken cancel)
    {
        var kept = _record.KeptInputs(windowId).Where(input => input.ContributorId != null && !_record.BlindInputs(reader).Any(blind => blind.Id == input.Id));
        var coded = await _record.Placed(_record.Excerpts, kept).Where(placed => placed.Area != null)
            .Select(placed => new { placed.Excerpt.ThemeId, Area = placed.Area!.Value, placed.Excerpt.InputId, Contributor = placed.Input.ContributorId!.Value }).Distinct().ToListAsync(cancel);
        var campaigns = await _record.CampaignsAsync(windowId, cancel);
        var found = coded.GroupBy(one => one.ThemeId).Select(theme => (
                Id: theme.Key, Areas: theme.Select(one => one.Area).Distinct().Count(),
                Contributors: Voices.Count(theme.Select(one => new Voices.Said(one.Contributor, null, campaigns.GetValueOrDefault(one.InputId)?.Id)))))
            .Where(theme => theme.Areas > 1).ToList();
        var ids = found.ConvertAll(theme => theme.Id);
        var themes = await _record.Themes.AsNoTracking().Where(theme => ids.Contains(theme.Id)).ToDictionaryAsync(theme => theme.Id, cancel);
        return [.. found.OrderByDescending(theme => theme.Areas).ThenByDescending(theme => theme.Contributors).ThenBy(theme => themes[theme.Id].Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(theme => new OverarchingTheme(themes[theme.Id], DisclosureControl.ForTeam(theme.Areas), DisclosureControl.ForTeam(theme.Contributors)))];
    }
}

using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.SecondCoding;

/// <summary>
/// Measures how far two readings agree. The unit is a sentence of an input that was read twice, as far as anything of it may be read; under each theme
/// each reading says of each sentence that the theme is there (one of its passages shares a letter with the sentence) or is not: nominal data of two
/// values. Over all themes each sentence counts once under each theme that either reading has given anywhere; themes that neither used are left out,
/// because to agree on their absence is no merit and would raise every figure.
/// </summary>
/// <remarks>
/// Where sentences end is a rule and not an opinion (<see cref="Languages.Sentences"/>), which is why they are units and the passages that people mark
/// themselves are not: alpha wants units that exist before anybody codes. What is settled later changes nothing here.
/// </remarks>
public sealed class ReadingAgreements
{
    private readonly RecordContext _record;

    internal ReadingAgreements(RecordContext record) => _record = record;

    /// <summary>Measures a window. The cost grows with sentences times themes that were given.</summary>
    public async Task<ReadingAgreement> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var inputs = await _record.ReadTwiceAsync(windowId, null, cancel);
        var given = inputs.SelectMany(input => input.Codings).Select(coding => coding.ThemeId).Distinct().ToArray();
        var themes = (await _record.Themes.AsNoTracking().Where(theme => given.Contains(theme.Id)).ToListAsync(cancel)).OrderBy(theme => theme.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        var sentences = inputs.SelectMany(input => input.Text.Sentences.Where(sentence => !input.Text.IsHidden(sentence.Start, sentence.End)).Select(sentence => (sentence.Start, sentence.End, input.Codings))).ToList();
        var byTheme = themes.ConvertAll(theme => (Theme: theme, Units: sentences.ConvertAll(sentence => (Has(sentence, theme.Id, ComparedAs.First), Has(sentence, theme.Id, ComparedAs.Second)))));
        return new ReadingAgreement(
            DisclosureControl.ForTeam(inputs.DistinctBy(input => input.Input.Id).Count()), [.. byTheme.Select(one => ThemeAgreement.Of(one.Theme, one.Units))],
            ThemeAgreement.Of(null, [.. byTheme.SelectMany(one => one.Units)]));
    }

    private static bool Has((int Start, int End, IReadOnlyList<CodedExcerpt> Codings) sentence, Guid theme, ComparedAs reading) =>
        sentence.Codings.Any(coding => coding.ThemeId == theme && coding.ComparedAs == reading && coding.Start < sentence.End && coding.End > sentence.Start);
}

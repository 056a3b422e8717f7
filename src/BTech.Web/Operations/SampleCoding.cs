using System.Text;
using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Web.Operations;

/// <summary>What the sample's moderator has done with round 2 so far: the code book, a mask, a text set aside, about half of the coding.</summary>
internal sealed class SampleCoding(InputList inputs, Review review, CodeBook codeBook, ExcerptCoding coding)
{
    /// <summary>Codes the sealed inputs; they are found by their words, since nothing else of them survives the seal.</summary>
    /// <returns>The excerpts by the keys of the file.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> AddAsync(
        SampleFiles files, Consultation consultation, Guid windowId, StaffId moderator, CancellationToken cancel)
    {
        var file = files.Coding();
        var themes = await AddThemesAsync(file.Themes, consultation.Id, cancel);
        var byWords = (await EverythingAsync(windowId, moderator, cancel)).ToDictionary(input => input.Text!.Read(), StringComparer.Ordinal);
        var byKey = files.Contributions(2).Contributors.SelectMany(contributor => contributor.Inputs)
            .ToDictionary(input => input.Key!, input => byWords[SampleSeed.Text(input).Whole().Normalize(NormalizationForm.FormC)], StringComparer.Ordinal);
        foreach (var excerpt in file.Excerpts)
        {
            var (start, end) = Position(byKey[excerpt.Input], excerpt.Quote);
            var result = await coding.CodeAsync(byKey[excerpt.Input].Id, start, end, new ThemeChoice(consultation.Id, themes[excerpt.Theme], excerpt.Stance), moderator, cancel);
            if (result != CodingResult.Done) throw new InvalidDataException($"Excerpt {excerpt.Key} of the sample could not be coded: {result}.");
        }
        foreach (var step in file.Review) await ReviewAsync(byKey[step.Input], step, moderator, cancel);
        foreach (var read in file.Excerpts.Select(excerpt => byKey[excerpt.Input].Id).Distinct())
            await review.KeepAsync(read, moderator, cancel);
        return await ByKeyAsync(file, byKey, themes, windowId, moderator, cancel);
    }

    private async Task ReviewAsync(ReadableInput input, SampleFiles.ReviewEntry step, StaffId moderator, CancellationToken cancel)
    {
        ReviewResult result;
        if (step.Mask is null)
        {
            result = await review.SetAsideAsync(input.Id, step.SetAside, moderator, cancel);
        }
        else
        {
            var (start, end) = Position(input, step.Mask);
            result = await review.MaskAsync(input.Id, start, end, step.Reason, moderator, cancel);
        }
        if (result != ReviewResult.Done) throw new InvalidDataException($"Input {step.Input} of the sample could not be reviewed: {result}.");
    }

    private async Task<Dictionary<string, Guid>> AddThemesAsync(IReadOnlyList<SampleFiles.ThemeEntry> entries, Guid consultationId, CancellationToken cancel)
    {
        var themes = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var (result, id) = await codeBook.AddAsync(consultationId, entry.Name, entry.Definition, entry.CrossCutting,
                entry.Parent is null ? null : themes[entry.Parent], cancel);
            if (result != CodingResult.Done) throw new InvalidDataException($"Theme {entry.Key} of the sample could not be added: {result}.");
            themes.Add(entry.Key, id);
        }
        return themes;
    }

    private async Task<List<ReadableInput>> EverythingAsync(Guid windowId, StaffId reader, CancellationToken cancel)
    {
        var all = new List<ReadableInput>();
        InputPage page;
        do
        {
            page = await inputs.PageAsync(reader, windowId, InputFilter.Everything, after: all.Count == 0 ? null : all[^1].Id, cancel: cancel);
            all.AddRange(page.Items);
        }
        while (page.HasNext);
        return all;
    }

    private async Task<IReadOnlyDictionary<string, Guid>> ByKeyAsync(
        SampleFiles.CodingFile file, Dictionary<string, ReadableInput> byKey, Dictionary<string, Guid> themes, Guid windowId, StaffId reader, CancellationToken cancel)
    {
        var coded = await coding.OfWindowAsync(reader, windowId, null, null, cancel);
        return file.Excerpts.ToDictionary(excerpt => excerpt.Key, excerpt =>
        {
            var input = byKey[excerpt.Input];
            var start = Position(input, excerpt.Quote).Start;
            return coded.Single(one => one.InputId == input.Id && one.Theme.Id == themes[excerpt.Theme] && one.Start == start).Id;
        }, StringComparer.Ordinal);
    }

    private static (int Start, int End) Position(ReadableInput input, string quote)
    {
        var text = input.Text!.Read();
        var index = text.IndexOf(quote, StringComparison.Ordinal);
        if (index < 0) throw new InvalidDataException($"The sample quotes what is not in the text: {quote}");
        var start = CodePoints.FromIndex(text, index);
        return (start, start + CodePoints.Count(quote));
    }
}

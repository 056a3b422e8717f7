using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Translations;

namespace BTech.Record.Tests.Translations;

/// <summary>What is done with working translations again and again.</summary>
internal static class Translating
{
    /// <summary>A translation into English that has gone nowhere.</summary>
    public static TranslationEntry Entry(string text) => new("en", text, false, "in-house", TextJourney.Stayed, null);

    public static async Task<FiledTranslation> FiledAsync(this SealedSide side, Guid input) =>
        (await side.AskAsync<WorkingTranslations, FiledTranslation?>(translations => translations.FindAsync(input, default)))!;

    /// <summary>A step on the translation as it is filed now.</summary>
    public static async Task<TranslationOutcome> StepAsync(this SealedSide side, Guid input, Func<WorkingTranslations, string, Task<TranslationOutcome>> step)
    {
        var stamp = (await side.FiledAsync(input)).Stamp;
        return await side.AskAsync<WorkingTranslations, TranslationOutcome>(translations => step(translations, stamp));
    }

    /// <summary>Gives a theme to a place in the original or in the translation; the id of the coding comes back.</summary>
    public static async Task<Guid> GiveAsync(this SealedSide side, StaffId by, Guid input, bool inTranslation, Guid consultation, Guid theme, int start, int end)
    {
        var wording = inTranslation ? (await side.AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(by, input, default)))!.Translation!.Wording : null;
        var coded = await side.AskAsync<ExcerptCoding, CodedPassages>(coding =>
            coding.CodeAsync(input, [(start, end)], new ThemeChoice(consultation, theme, Stance.Support), by, wording, default));
        Assert.Equal(CodingResult.Done, coded.Result);
        return coded.Added.Single();
    }
}

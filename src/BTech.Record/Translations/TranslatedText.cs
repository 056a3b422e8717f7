using BTech.Record.Inputs;

namespace BTech.Record.Translations;

/// <summary>A working translation as readers may see it beside the original.</summary>
/// <param name="Language">Code of the language that it is in.</param>
/// <param name="Text">Its words. Nothing in them is masked: what is hidden in the original was taken out of them.</param>
/// <param name="Status">How far it may be trusted.</param>
/// <param name="MadeBy">Who or what made it.</param>
/// <param name="Wording">Stands for the words; passages are marked on these and on no others.</param>
/// <param name="GoesFirst">Whether it is shown before the original, because the original's language is so rare here that it may not be named.</param>
public sealed record TranslatedText(string Language, MaskedText Text, TranslationStatus Status, string MadeBy, string Wording, bool GoesFirst)
{
    internal static TranslatedText Of(WorkingTranslation translation, bool goesFirst) =>
        new(translation.Language, new MaskedText(translation.Text, []), translation.Status, translation.MadeBy, translation.Wording, goesFirst);
}

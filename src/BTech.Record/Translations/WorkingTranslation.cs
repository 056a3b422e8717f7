using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;

namespace BTech.Record.Translations;

/// <summary>
/// The team's translation of an input, kept beside the original and never in its place. It hangs on the input and goes with it. It is made from the words
/// as they may be read; a passage hidden later may still stand in it, so it is held back until somebody has looked (<see cref="Fits"/>).
/// </summary>
public sealed class WorkingTranslation
{
    /// <summary>Longest translation, in characters: a whole box of text grows when it is translated.</summary>
    public const int LongestText = 100_000;

    /// <summary>Longest description of who made it, longest name of where the text went.</summary>
    public const int LongestLine = 200;

    /// <summary>The input, and the key.</summary>
    public required Guid InputId { get; init; }

    /// <summary>Code of the language that it is in.</summary>
    public required string Language { get; set; }

    /// <summary>The words, NFC, line ends LF.</summary>
    public required string Text { get; set; }

    /// <summary>The wording before the last change, to go back to; nothing once a passage of the original was hidden since.</summary>
    public string? EarlierText { get; set; }

    /// <summary>The language of the wording before the last change.</summary>
    public string? EarlierLanguage { get; set; }

    /// <summary>Whose wording that was; it is theirs again when it comes back.</summary>
    public StaffId? EarlierWrittenBy { get; set; }

    /// <summary>Whether a program made the wording before the last change.</summary>
    public bool? EarlierIsMachine { get; set; }

    /// <summary>Who or what made the wording before the last change.</summary>
    public string? EarlierMadeBy { get; set; }

    /// <summary>Whether a program made it.</summary>
    public required bool IsMachine { get; set; }

    /// <summary>Whether somebody other than its writer has compared it with the original.</summary>
    public bool IsChecked { get; set; }

    /// <summary>How far it may be trusted: checked, whoever made it; else by who made it.</summary>
    public TranslationStatus Status => IsChecked ? TranslationStatus.Checked : IsMachine ? TranslationStatus.Machine : TranslationStatus.Draft;

    /// <summary>Who or what made it, as the team describes it ("in-house", "UNOG"): never an account.</summary>
    public required string MadeBy { get; set; }

    /// <summary>Where the original went for it.</summary>
    public required TextJourney WentTo { get; set; }

    /// <summary>Who received it there; nothing when it stayed.</summary>
    public string? Receiver { get; set; }

    /// <summary>The masks that lay over the original when somebody last made sure that nothing hidden stands in here.</summary>
    public required Guid[] KnownMasks { get; set; }

    /// <summary>Whose wording it is: somebody else checks it.</summary>
    public required StaffId WrittenBy { get; set; }

    /// <summary>Whether nothing was hidden in the original since somebody last looked: only then is it shown anywhere but on its own page.</summary>
    public bool Fits(IEnumerable<Mask> masks) => KnowsAll(KnownMasks, masks);

    /// <summary>Whether a wording whose maker knew of some masks may be read under these.</summary>
    internal static bool KnowsAll(Guid[] known, IEnumerable<Mask> masks) => masks.All(mask => known.Contains(mask.Id));

    /// <summary>Keeps the wording with all that is true of it, before another takes its place.</summary>
    internal void KeepEarlier() =>
        (EarlierText, EarlierLanguage, EarlierWrittenBy, EarlierIsMachine, EarlierMadeBy) = (Text, Language, WrittenBy, IsMachine, MadeBy);

    /// <summary>Puts the wording before and this one in each other's place. Nobody has checked what comes back.</summary>
    internal void SwapEarlier()
    {
        (string text, string language, StaffId by, bool isMachine, string madeBy) = (EarlierText!, EarlierLanguage!, EarlierWrittenBy!.Value, EarlierIsMachine!.Value, EarlierMadeBy!);
        KeepEarlier();
        (Text, Language, WrittenBy, IsMachine, MadeBy, IsChecked) = (text, language, by, isMachine, madeBy, false);
    }

    internal void ForgetEarlier() => (EarlierText, EarlierLanguage, EarlierWrittenBy, EarlierIsMachine, EarlierMadeBy) = (null, null, null, null, null);

    /// <summary>The translation, if it may be shown under these masks of the original.</summary>
    public WorkingTranslation? ReadableUnder(IEnumerable<Mask> masks) => Fits(masks) ? this : null;

    /// <summary>Stands for the words on which passages are marked; another one means that places in it have moved.</summary>
    public string Wording => Stamp.Of($"{Language}\n{Text}");

    /// <summary>Stands for all that a form about it shows, the hidden passages of the original included.</summary>
    internal static string StampOf(WorkingTranslation? translation, IEnumerable<Mask> masks) =>
        Stamp.Of(string.Join('\n', [
            translation?.Wording, translation?.IsChecked.ToString(), translation?.IsMachine.ToString(), translation?.MadeBy, translation?.WentTo.ToString(), translation?.Receiver,
            .. translation?.KnownMasks.Order().Select(mask => mask.ToString("N")) ?? [], "/", .. masks.Select(mask => mask.Id.ToString("N")).Order(StringComparer.Ordinal),
        ]));
}

using BTech.Record.Translations;

namespace BTech.Record.Inputs;

/// <summary>Which inputs of a window to list. Set-aside ones are listed only when asked for, and then without their text.</summary>
public sealed record InputFilter
{
    /// <summary>Everything that is not set aside.</summary>
    public static InputFilter Everything { get; } = new();

    /// <summary>Number of the focus area; 0 for overall comments.</summary>
    public int? FocusArea { get; init; }

    /// <summary>Number of the paragraph commented on.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Coded with this theme.</summary>
    public Guid? Theme { get; init; }

    /// <summary>Only those that carry no theme yet.</summary>
    public bool Uncoded { get; init; }

    /// <summary>Only the texts of this import.</summary>
    public Guid? Import { get; init; }

    /// <summary>Only this kind.</summary>
    public InputKind? Kind { get; init; }

    /// <summary>Only this state of review.</summary>
    public ReviewState? State { get; init; }

    /// <summary>Only those coded by so many persons.</summary>
    public CodedBy? CodedBy { get; init; }

    /// <summary>Only those with a masked passage.</summary>
    public bool Masked { get; init; }

    /// <summary>Only those that somebody flagged.</summary>
    public bool Flagged { get; init; }

    /// <summary>Of a campaign or of copies that were confirmed as one, only one; the others stand behind it.</summary>
    public bool CopiesOnce { get; init; }

    /// <summary>Only those with a working translation, with one that is held back, or without any.</summary>
    public TranslationState? Translation { get; init; }

    /// <summary>Only those of this published group, as far as the label may stand beside a text in its language.</summary>
    public string? Group { get; init; }

    /// <summary>Only those in this language, if it may be named.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Words that the readable text must hold, in any script, whatever their case and accents: each of them, those in quotation marks one behind the
    /// other; three letters or more anywhere in a word, fewer as a whole word.
    /// </summary>
    public string? Contains { get; init; }
}

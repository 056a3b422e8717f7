using BTech.Record.Imports;
using BTech.Record.Translations;

namespace BTech.Record.Inputs;

/// <summary>An input as the project team may read it: without author, group, time or place in any order.</summary>
/// <param name="Id">The sealed input.</param>
/// <param name="WindowId">The window.</param>
/// <param name="FocusAreaNumber">Focus area; nothing for an overall comment.</param>
/// <param name="ParagraphNumber">Paragraph commented on.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Permission">What the author allows.</param>
/// <param name="State">What was decided on it.</param>
/// <param name="SetAsideReason">For a set-aside one: the reason.</param>
/// <param name="Text">Its readable text; nothing when it is set aside.</param>
/// <param name="Codings">How many themes it carries.</param>
public sealed record ReadableInput(
    Guid Id, Guid WindowId, int? FocusAreaNumber, int? ParagraphNumber, InputKind Kind, string Language, QuotingPermission Permission,
    ReviewState State, string? SetAsideReason, MaskedText? Text, int Codings)
{
    /// <summary>Whether somebody of the team flagged it.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Whether other kept inputs were confirmed to be copies of it.</summary>
    public bool HasCopies { get; init; }

    /// <summary>For a text that came by another channel: where from.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>Its working translation; nothing when there is none, when it is held back, and when the input is set aside.</summary>
    public TranslatedText? Translation { get; init; }

    /// <summary>Whether it has a working translation that is held back.</summary>
    public bool HoldsTranslationBack { get; init; }
}

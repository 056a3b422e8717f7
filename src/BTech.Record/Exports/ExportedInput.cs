using BTech.Record.Coding;
using BTech.Record.Imports;
using BTech.Record.Inputs;

namespace BTech.Record.Exports;

/// <summary>An input as it stands in a file: masked, under a reference of this file alone.</summary>
/// <param name="Reference">A random number of twelve digits, another one in each file.</param>
/// <param name="FocusAreaNumber">Focus area; nothing for an overall comment.</param>
/// <param name="ParagraphNumber">Paragraph commented on.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Permission">What the author allows.</param>
/// <param name="Language">Code of its language; nothing when it was not asked for or may not be named.</param>
/// <param name="Group">Label of the group; nothing likewise.</param>
/// <param name="Text">The readable words, with <see cref="MaskedText.Mark"/> for masked passages.</param>
/// <param name="Translation">Its working translation; nothing when there is none, or when it is held back.</param>
/// <param name="Passages">Its coded passages in order of place.</param>
/// <param name="Lineage">For a text that came by another channel: where from.</param>
public sealed record ExportedInput(
    long Reference, int? FocusAreaNumber, int? ParagraphNumber, InputKind Kind, QuotingPermission Permission, string? Language, string? Group, string Text, ExportedTranslation? Translation,
    IReadOnlyList<ExportedPassage> Passages, Lineage? Lineage = null);

/// <summary>A working translation in a file.</summary>
/// <param name="Language">Code of the language that it is in, which is the team's choice and not the author's.</param>
/// <param name="Text">The words.</param>
public sealed record ExportedTranslation(string Language, string Text);

/// <summary>A coded passage of an exported input.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="InTranslation">Whether it stands in the working translation.</param>
/// <param name="Start">First code point in the exported text or translation, from 0.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Words">The readable words.</param>
public sealed record ExportedPassage(Theme Theme, Stance Stance, bool InTranslation, int Start, int End, string Words);

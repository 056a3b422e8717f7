using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Exports;

namespace BTech.Documents.Exports;

/// <summary>What stands around the inputs in a file, in the language of the page that asked for it. Every writer writes this and the inputs, and nothing else.</summary>
/// <param name="Title">The consultation and the round.</param>
/// <param name="Rule">First and last line of each file: the Rule, and the day by which the file must be deleted.</param>
/// <param name="Language">The language of these words.</param>
/// <param name="DeleteBy">The last day on which a copy may exist.</param>
/// <param name="Columns">Headings of the table.</param>
/// <param name="Words">What the values of the table are called.</param>
/// <param name="Themes">The code book.</param>
public sealed record ExportSheet(
    string Title, string Rule, Language Language, DateOnly DeleteBy, ExportColumns Columns, ExportWords Words, IReadOnlyList<Theme> Themes)
{
    /// <summary>The headings, in order.</summary>
    public IReadOnlyList<string> Headings =>
    [
        Columns.Reference, Columns.FocusArea, Columns.Paragraph, Columns.Kind, Columns.Permission,
        .. Columns.Group is { } group ? [group] : Array.Empty<string>(), .. Columns.Language is { } language ? [language] : Array.Empty<string>(),
        .. Columns.Source is { } source ? [source] : Array.Empty<string>(), Columns.Text, Columns.Translation, Columns.Themes, Columns.Passages,
    ];

    /// <summary>One input as a row under <see cref="Headings"/>.</summary>
    public IReadOnlyList<string> Row(ExportedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return
        [
            Digits.Of(input.Reference), input.FocusAreaNumber is { } area ? Digits.Of(area) : "", input.ParagraphNumber is { } paragraph ? Digits.Of(paragraph) : "",
            Words.Kind(input.Kind), PermissionOf(input),
            .. Columns.Group is not null ? [input.Group is { } group ? Words.Group(group) : ""] : Array.Empty<string>(),
            .. Columns.Language is not null ? [Words.LanguageOf(input.Language)] : Array.Empty<string>(),
            .. Columns.Source is not null ? [SourceOf(input)] : Array.Empty<string>(),
            input.Text, input.Translation?.Text ?? "", string.Join("; ", input.Passages.Select(passage => passage.Theme.Name).Distinct()),
            string.Join("\n", input.Passages.Select(passage => $"{passage.Theme.Name} ({Words.Stance(passage.Stance)}{(passage.InTranslation ? ", " + Words.InTranslation : "")}): {passage.Words.ReplaceLineEndings(" ")}")),
        ];
    }

    /// <summary>What the author allows; nobody has said so of an imported text.</summary>
    internal string PermissionOf(ExportedInput input) => input.Lineage is null ? Words.Permission(input.Permission) : "";

    /// <summary>Where an imported text comes from: the source, and the part of it.</summary>
    internal static string SourceOf(ExportedInput input) => input.Lineage is not { } lineage ? "" : lineage.Part is { } part ? $"{lineage.Source} / {part}" : lineage.Source;
}

using BTech.Languages;

namespace BTech.Record.Disclosure.Linting;

/// <summary>A text of the round that somebody wrote. It prints as nothing of it.</summary>
/// <param name="InputId">Its input.</param>
/// <param name="Text">All its words, hidden ones too.</param>
/// <param name="Readable">What the team may read of it; nothing where it is set aside.</param>
internal sealed record WrittenText(Guid InputId, string Text, string? Readable)
{
    private IReadOnlyList<IReadOnlyList<string>>? _sentences;

    /// <summary>The folded words of each sentence of the whole text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sentences => _sentences ??= SentencesOf(Text);

    /// <summary>The folded words that the team may read.</summary>
    public IEnumerable<string> ReadableWords => Readable == Text ? Sentences.SelectMany(words => words) : WordPieces.FoldedWordsOf(Readable ?? "");

    /// <summary>The folded words of each sentence of a text.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SentencesOf(string text) => [.. BTech.Languages.Sentences.TextsOf(text).Select(WordPieces.FoldedWordsOf)];

    public override string ToString() => nameof(WrittenText);
}

using BTech.Languages;

namespace BTech.Record.Similarity;

/// <summary>
/// The terms of a sentence: its folded words; in Arabic and Russian, where words change their form, their runs of four letters; in Chinese each two
/// neighbouring characters.
/// </summary>
internal static class Terms
{
    private const int Run = 4;

    public static IEnumerable<string> Of(string text, string language)
    {
        var words = WordPieces.FoldedWordsOf(text);
        return language switch
        {
            "zh" => words.Zip(words.Skip(1), (one, next) => one + next),
            "ar" or "ru" => words.SelectMany(Runs),
            _ => words.Where(word => word.Length > 1),
        };
    }

    private static IEnumerable<string> Runs(string word) =>
        word.Length <= Run ? [word] : Enumerable.Range(0, word.Length - Run + 1).Select(at => word.Substring(at, Run));
}

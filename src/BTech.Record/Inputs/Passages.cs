namespace BTech.Record.Inputs;

/// <summary>Turns chosen sentence numbers into passages: neighbours become one.</summary>
public static class Passages
{
    /// <summary>The passages that the numbered sentences make; numbers that the text does not have are left out.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(MaskedText text, IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chosen = numbers.ToHashSet();
        var passages = new List<(int Start, int End)>();
        var last = -1;
        foreach (var sentence in text.Sentences.Where(sentence => chosen.Contains(sentence.Number)))
        {
            if (passages.Count > 0 && sentence.Number == last + 1) passages[^1] = (passages[^1].Start, sentence.End);
            else passages.Add((sentence.Start, sentence.End));
            last = sentence.Number;
        }
        return passages;
    }
}

using System.Text.RegularExpressions;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Scenarios;

/// <summary>What only the authors know: kept in the test, and given to no attacker.</summary>
internal sealed partial class Truth(string run)
{
    private readonly List<(int Person, string Word)> _texts = [];
    private readonly HashSet<int> _numbers = [];

    /// <summary>Who is behind each author tag, by the tag in hexadecimal.</summary>
    public Dictionary<string, int> OwnerOfTag { get; } = [];

    /// <summary>Those who sent something, whether or not they withdrew it.</summary>
    public HashSet<int> Writers { get; } = [];

    public IEnumerable<string> Words => _texts.Select(text => text.Word);

    /// <summary>A word that marks one text of one person; the number stands in the middle, so that every spelling holds it.</summary>
    public string Mark(int person)
    {
        // Drawn at random: counted up, the words themselves would keep the order of writing.
        int number;
        do number = Random.Shared.Next(100_000); while (!_numbers.Add(number));
        var word = $"ZQ{run[..4]}{number:00000}{run[..4]}QZ";
        _texts.Add((person, word));
        return word;
    }

    public int? AuthorOf(string text) =>
        Marked().Match(text) is { Success: true } match && _texts.FirstOrDefault(marked => marked.Word == match.Value) is { Word: not null } found ? found.Person : null;

    public int? AuthorOf(SealedVoice voice) => voice.Texts.Select(AuthorOf).FirstOrDefault();

    [GeneratedRegex("ZQ.{13}QZ")]
    private static partial Regex Marked();
}

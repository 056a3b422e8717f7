using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Each contribution by somebody of its label whose letters are in its language, as far as they suffice. Reported and not gated: people write in their own
/// language, and no record can prevent that. The scenario draws languages without regard to the person, so more than chance would still be a leak.
/// </summary>
internal sealed class LanguageMatch : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        if (haul.Elsewhere.Count == 0) yield break;
        var inputs = haul.Final.Table("record.sealed_input");
        var languages = inputs.Texts("text").Zip(inputs.Column("language")).Where(row => row.Second is not null).ToDictionary(row => row.First, row => Encoding.UTF8.GetString(row.Second!));
        var guess = new Dictionary<int, int>();
        foreach (var label in haul.Voices.GroupBy(voice => voice.Label ?? ""))
        {
            var free = haul.CandidatesFor(label.First().Label).Select(person => person.Number).ToList();
            foreach (var voice in label)
            {
                var language = languages.GetValueOrDefault(voice.Texts[0]);
                var person = free.FindIndex(number => haul.Elsewhere[number].Language == language);
                if (person < 0) continue;
                guess[voice.Number] = free[person];
                free.RemoveAt(person);
            }
        }
        yield return new ResidualGuess(nameof(LanguageMatch), "language of the letters ↔ language of the texts", guess);
    }
}

using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests.Gate;

/// <summary>
/// The gate of the main claim (I12): no attack, of all that could be discovered, hits more often than guessing does. As the largest of A
/// attacks is looked at, each may exceed its limit with a chance of alpha / A only. A quarter of alpha goes to the authors of texts, a quarter to
/// the owners of tags, a quarter to the question who wrote at all, a quarter to orders that go together.
/// </summary>
internal sealed class Scoreboard
{
    /// <summary>How often a product that leaks nothing may fail this gate.</summary>
    private const double Alpha = 1e-6;

    private readonly Dictionary<(Type Kind, string Attacker, string Evidence), Hits> _hits = [];

    /// <summary>Judges one run.</summary>
    public static Verdict Judge(IEnumerable<Attack> attacks, Haul haul, Truth truth)
    {
        var board = new Scoreboard();
        board.Add(attacks, haul, truth);
        return board.Verdict();
    }

    /// <summary>Compares the guesses of one run with the truth.</summary>
    public void Add(IEnumerable<Attack> attacks, Haul haul, Truth truth)
    {
        var scorer = new Scorer(haul, truth);
        var seen = new Dictionary<(Type, string, string), int>();
        foreach (var attack in attacks)
        {
            var key = (attack.GetType(), attack.Attacker, attack.Evidence);
            // The same place twice in one run, such as two files of one kind, is two attacks.
            if ((seen[key] = seen.GetValueOrDefault(key) + 1) is > 1 and var number) key.Evidence = $"{attack.Evidence} #{number}";
            if (!_hits.TryGetValue(key, out var hits)) _hits.Add(key, hits = new Hits());
            scorer.Count(hits, attack);
        }
    }

    public Verdict Verdict()
    {
        var counts = _hits.Keys.CountBy(key => key.Kind).ToDictionary();
        return new Verdict(_hits.Select(hits => hits.Value.Line(hits.Key.Attacker, hits.Key.Evidence, Alpha / 4 / counts[hits.Key.Kind])));
    }
}

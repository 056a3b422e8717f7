using System.Globalization;
using System.Text;
using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests.Gate;

/// <summary>How often one attack hit over all runs, and what chance may do.</summary>
/// <param name="Attacker">Who attacked.</param>
/// <param name="Evidence">Where.</param>
/// <param name="Hits">How often it was right.</param>
/// <param name="Chance">How often chance is.</param>
/// <param name="Gate">The most that is taken for chance.</param>
/// <param name="WorstGroup">The group with the highest share of its contributors found.</param>
/// <param name="WorstPerson">The person found in the most runs, as a share of the runs.</param>
internal sealed record VerdictLine(string Attacker, string Evidence, int Hits, double Chance, int Gate, (string Label, double Share) WorstGroup, double WorstPerson)
{
    public bool IsRed => Hits > Gate;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Attacker}: {Hits} (chance {Chance:0.#}, gate {Gate}), worst group {WorstGroup.Label} {WorstGroup.Share:P0}, worst person {WorstPerson:P0}: {Evidence}");
}

/// <summary>
/// The gate of the main claim (I12): no attack, of all that could be discovered, hits more often than guessing does. As the largest of A attacks is looked at, each
/// may exceed its limit with a chance of alpha / A only. A third of alpha goes to the authors of texts, a third to the owners of tags, a
/// third to the question who wrote at all.
/// </summary>
internal sealed class Verdict
{
    /// <summary>How often a product that leaks nothing may fail this gate.</summary>
    private const double Alpha = 1e-6;

    private Verdict(IReadOnlyList<VerdictLine> lines, int attacks) => (Lines, Attacks) = (lines, attacks);

    public IReadOnlyList<VerdictLine> Lines { get; }

    /// <summary>A.</summary>
    public int Attacks { get; }

    public IReadOnlyList<VerdictLine> Red => [.. Lines.Where(line => line.IsRed)];

    /// <summary>Judges what all attackers found in these runs.</summary>
    public static Verdict Of(IEnumerable<(IReadOnlyList<Attack> Attacks, Haul Haul, Truth Truth)> runs)
    {
        var sums = new Dictionary<(Type, string, string), Sum>();
        foreach (var (attacks, haul, truth) in runs)
        {
            var scorer = new Scorer(haul, truth);
            foreach (var same in attacks.GroupBy(attack => (attack.GetType(), attack.Attacker, attack.Evidence)))
                foreach (var (attack, number) in same.Select((attack, number) => (attack, number)))
                {
                    var key = (attack.GetType(), attack.Attacker, number == 0 ? attack.Evidence : $"{attack.Evidence} #{number + 1}");
                    if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new Sum());
                    scorer.Add(sum, attack);
                }
        }
        var counts = sums.Keys.CountBy(key => key.Item1).ToDictionary();
        return new Verdict([.. sums.Select(sum => sum.Value.Line(sum.Key.Item2, sum.Key.Item3, Alpha / 3 / counts[sum.Key.Item1])).OrderByDescending(line => (double)line.Hits / (line.Gate + 1))], sums.Count);
    }

    /// <summary>The lines that come closest to their gates, for people.</summary>
    public string Table(int lines = 40)
    {
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Attacks} attacks, {Red.Count} red\n"));
        foreach (var line in Lines.Take(lines)) table.Append(line).Append('\n');
        foreach (var best in Lines.GroupBy(line => line.Attacker)) table.Append("best of ").Append(best.Key).Append(" (").Append(best.Count()).Append("): ").Append(best.First()).Append('\n');
        return table.ToString();
    }

    /// <summary>One attack's hits over the runs.</summary>
    private sealed class Sum
    {
        private double[] _chances = [1];

        public int Hits { get; set; }

        public int Runs { get; set; }

        public double Groups { get; set; }

        public bool IsForbidden { get; set; }

        public double Drawn { get; set; }

        public Dictionary<string, (int Hits, int Of)> ByLabel { get; } = [];

        public Dictionary<int, int> ByPerson { get; } = [];

        public void Draw(double[] chances) => _chances = Tails.Sum(_chances, chances);

        public VerdictLine Line(string attacker, string evidence, double alpha)
        {
            var gate = IsForbidden ? 0 : Drawn > 0 ? Tails.Quantile(_chances, alpha) : Groups > 0 ? Tails.PoissonQuantile(Groups, alpha) : 0;
            var worst = ByLabel.Where(label => label.Value.Of > 0).Select(label => (label.Key, Share: (double)label.Value.Hits / label.Value.Of)).OrderByDescending(label => label.Share).FirstOrDefault(("–", 0));
            return new VerdictLine(attacker, evidence, Hits, Groups + Drawn, gate, worst, ByPerson.Count == 0 ? 0 : (double)ByPerson.Values.Max() / Runs);
        }
    }

    /// <summary>Compares guesses with the truth of one run.</summary>
    private sealed class Scorer(Haul haul, Truth truth)
    {
        private readonly IReadOnlyList<int?> _authors = [.. haul.Voices.Select(truth.AuthorOf)];
        private readonly IReadOnlyList<int> _owners = [.. haul.Tags.Select(tag => truth.OwnerOfTag[Convert.ToHexString(tag)])];

        public void Add(Sum sum, Attack attack)
        {
            sum.Runs++;
            switch (attack)
            {
                case AuthorGuess guess:
                    sum.Groups += haul.Voices.Select(voice => voice.Label).Distinct().Count();
                    foreach (var voice in haul.Voices)
                    {
                        var isHit = guess.Persons.TryGetValue(voice.Number, out var person) && person == _authors[voice.Number];
                        Count(sum, voice.Label ?? "no label", isHit, person);
                    }
                    break;
                case TagGuess guess:
                    sum.Groups++;
                    foreach (var (tag, person) in guess.Persons) Count(sum, "all", person == _owners[tag], person);
                    break;
                case WriterGuess guess:
                    sum.Hits += guess.Persons.Count(truth.Writers.Contains);
                    sum.Drawn += (double)guess.Persons.Count * truth.Writers.Count / haul.People.Count;
                    sum.Draw(Tails.Drawing(haul.People.Count, truth.Writers.Count, guess.Persons.Count));
                    break;
                case Breach breach:
                    sum.Hits += breach.Found;
                    sum.IsForbidden = true;
                    break;
                default:
                    throw new InvalidOperationException($"How is {attack} scored?");
            }
        }

        private static void Count(Sum sum, string label, bool isHit, int person)
        {
            var (hits, of) = sum.ByLabel.GetValueOrDefault(label);
            sum.ByLabel[label] = (hits + (isHit ? 1 : 0), of + 1);
            if (!isHit) return;
            sum.Hits++;
            sum.ByPerson[person] = sum.ByPerson.GetValueOrDefault(person) + 1;
        }
    }
}

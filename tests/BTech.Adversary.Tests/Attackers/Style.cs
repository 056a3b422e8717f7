using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Whose hand it is: sequences of three to five letters, weighed by how rare they are, of each sealed contribution against texts that its possible
/// authors have published elsewhere; the nearest by the cosine is named. No record can prevent it, so it is reported and not gated. The invented people
/// have marked habits, and true ones have less: the figure shows that the risk is there, not how large it is.
/// </summary>
internal sealed class Style : IAttacker
{
    private const int ShortestRun = 3;
    private const int LongestRun = 5;

    public IEnumerable<Attack> Try(Haul haul)
    {
        if (haul.Elsewhere.Count == 0 || haul.Voices.Count == 0) yield break;
        var profiles = haul.Elsewhere.Select(own => Runs(own.Text)).ToList();
        // The mark of each text stands in no other text of the author's, and is cut off.
        var voices = haul.Voices.Select(voice => Runs(string.Join(' ', voice.Texts.Select(text => text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..])))).ToList();
        var spread = profiles.Concat(voices).SelectMany(runs => runs.Keys).CountBy(run => run).ToDictionary();
        var all = profiles.Count + voices.Count;
        foreach (var runs in profiles.Concat(voices)) Weigh(runs);
        yield return new ResidualGuess(nameof(Style), "texts by the same people elsewhere", haul.Voices.ToDictionary(
            voice => voice.Number, voice => haul.CandidatesFor(voice.Label).MaxBy(person => Product(voices[voice.Number], profiles[person.Number]))!.Number));

        void Weigh(Dictionary<int, double> runs)
        {
            foreach (var run in runs.Keys) runs[run] = (1 + Math.Log(runs[run])) * Math.Log((double)all / spread[run]);
            var length = Math.Sqrt(runs.Values.Sum(weight => weight * weight));
            foreach (var run in runs.Keys) runs[run] /= length;
        }
    }

    private static double Product(Dictionary<int, double> left, Dictionary<int, double> right) => left.Sum(run => run.Value * right.GetValueOrDefault(run.Key));

    private static Dictionary<int, double> Runs(string text)
    {
        var runs = new Dictionary<int, double>();
        for (var length = ShortestRun; length <= LongestRun; length++)
            for (var at = 0; at + length <= text.Length; at++)
            {
                var run = string.GetHashCode(text.AsSpan(at, length), StringComparison.Ordinal);
                runs[run] = runs.GetValueOrDefault(run) + 1;
            }
        return runs;
    }
}

using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Every clock beside a person against every clock beside a contributor: the assignment with the smallest sum of differences.</summary>
internal sealed class NearestTime : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var voices = Trails.Of(haul.Final, haul.NamesOfVoices).Where(trail => trail.Times is not null).ToList();
        if (voices.Count == 0) yield break;
        foreach (var person in haul.Outside().Concat(Trails.Of(haul.Final, haul.NamesOfPeople)).Where(trail => trail.Times is not null))
            foreach (var voice in voices)
                yield return new AuthorGuess(nameof(NearestTime), $"{person.Place} ↔ {voice.Place}", Assignment.ByDistance(haul, Points(person), Points(voice)));
    }

    /// <summary>Each subject at its last clock.</summary>
    private static List<(int, double)> Points(Trail trail) =>
        [.. trail.Subjects.Zip(trail.Times!).GroupBy(point => point.First).Select(points => (points.Key, points.Max(point => point.Second)))];
}

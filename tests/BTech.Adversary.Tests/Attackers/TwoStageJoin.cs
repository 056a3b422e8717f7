using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// First from a sealed row to something of the window's time that shares a whole value or a run of 16 bytes with it; then from there to a
/// person, who is named beside it or whose turn it was.
/// </summary>
internal sealed class TwoStageJoin : IAttacker
{
    private const int Run = 16;

    public IEnumerable<Attack> Try(Haul haul)
    {
        var shared = new ByteFinder(haul.Voices.SelectMany(Pieces).GroupBy(piece => Convert.ToHexString(piece.Piece)).Where(same => same.Count() == 1).Select(same => same.First()));
        foreach (var (prefix, artefacts) in haul.OfTheWindowsTime())
            foreach (var table in artefacts.Tables)
            {
                var rows = table.Rows.Select(row => (Voice: shared.Single(row), Row: row)).Where(row => row.Voice is not null).Select(row => (row.Voice!.Value, row.Row)).ToList();
                var direct = new Dictionary<int, int>();
                foreach (var (voice, row) in rows)
                    if (haul.NamesOfPeople.Single(row) is { } person) direct[voice] = person;
                if (direct.Count > 0) yield return new AuthorGuess(nameof(TwoStageJoin), $"{prefix}{table.Name}", direct);
                foreach (var trail in Trails.OfRows(table, rows))
                    foreach (var outside in haul.Outside())
                        yield return new AuthorGuess(nameof(TwoStageJoin), $"{outside.Place} ↔ {prefix}{trail.Place}", Assignment.ByRank(haul, outside.Once(byLast: true), trail.Once(byLast: true)));
            }
    }

    private static IEnumerable<(byte[] Piece, int Voice)> Pieces(SealedVoice voice) =>
        voice.Names().Concat(voice.Texts.Select(Encoding.UTF8.GetBytes)).SelectMany(value => value.Chunk(Run)).Where(piece => piece.Length == Run).Select(piece => (piece, voice.Number));
}

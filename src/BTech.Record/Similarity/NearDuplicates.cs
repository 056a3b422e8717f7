using System.Runtime.InteropServices;

namespace BTech.Record.Similarity;

/// <summary>
/// Texts that are nearly the same: copies, copies with another greeting, copies with a few words changed. Two texts are alike when they share
/// at least two fifths of their runs of three words (Jaccard’s coefficient, see <see cref="Shingles"/>); whatever hangs together by such pairs is one group.
/// </summary>
/// <remarks>
/// Word-for-word copies are put together first. The others get a sketch of 96 numbers by one-permutation hashing (Li, Owen and Zhang, 2012; empty
/// places filled from the next full one), which is cut into 32 bands; only texts that share a band are compared, and then exactly. Two texts at the
/// limit share a band with probability 0.87, at one half with 0.99, at two thirds with 0.99998. Which groups come about depends on the
/// texts only, never on their order. The cost is proportional to the number of letters, and for the bands to n log n; memory to the runs and, for
/// 96 numbers a text, to n.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>From how much on, of what two texts hold together, they are alike.</summary>
    public const double Alike = 0.4;

    /// <summary>Texts of fewer words (or characters, where a script has no blanks) are never alike: many people write "I agree" on their own.</summary>
    public const int FewestWords = 8;

    private const int Bands = 32;
    private const int BandLength = 3;
    private const int Places = Bands * BandLength;

    // In a crowd that shares a band each is compared with so many before it; what belongs together meets in several bands.
    private const int Neighbours = 8;

    /// <summary>The groups of two or more alike texts, as places in the list; those that are alike to none are in no group.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (runs, wholes) = Read(texts);
        var sets = new DisjointSets(texts.Count);
        var distinct = JoinCopies(runs, wholes, sets);
        var sketches = new uint[distinct.Count * Places];
        Parallel.For(0, distinct.Count, at => Sketch(runs[distinct[at]], sketches.AsSpan(at * Places, Places)));
        var keys = new (ulong Band, ulong Whole, int At)[distinct.Count];
        for (var band = 0; band < Bands; band++)
        {
            for (var at = 0; at < distinct.Count; at++) keys[at] = (Band(sketches, at, band), wholes[distinct[at]], at);
            Array.Sort(keys);
            for (var at = 1; at < keys.Length; at++)
                for (var before = at - 1; before >= 0 && before >= at - Neighbours && keys[before].Band == keys[at].Band; before--)
                {
                    var (left, right) = (distinct[keys[before].At], distinct[keys[at].At]);
                    if (!sets.Together(left, right) && Shingles.Resemblance(runs[left], runs[right]) >= Alike) sets.Join(left, right);
                }
        }
        return sets.Groups();
    }

    private static (uint[][] Runs, ulong[] Wholes) Read(IReadOnlyList<string> texts)
    {
        var runs = new uint[texts.Count][];
        var wholes = new ulong[texts.Count];
        Parallel.For(0, texts.Count, at => (runs[at], wholes[at]) = Shingles.Read(texts[at], FewestWords));
        return (runs, wholes);
    }

    private static List<int> JoinCopies(uint[][] runs, ulong[] wholes, DisjointSets sets)
    {
        var first = new Dictionary<ulong, int>(wholes.Length);
        var distinct = new List<int>();
        for (var at = 0; at < runs.Length; at++)
        {
            if (runs[at].Length == 0) continue;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, wholes[at], out var exists);
            if (exists) sets.Join(known, at);
            else
            {
                known = at;
                distinct.Add(at);
            }
        }
        return distinct;
    }

    // The smallest run in each of the places among which the runs are dealt out.
    private static void Sketch(uint[] runs, Span<uint> sketch)
    {
        sketch.Fill(uint.MaxValue);
        foreach (var run in runs)
        {
            var place = (int)(run % Places);
            if (run < sketch[place]) sketch[place] = run;
        }
        for (var place = Places - 1; place >= 0; place--)
        {
            if (sketch[place] != uint.MaxValue) continue;
            var next = place + 1;
            while (sketch[next % Places] == uint.MaxValue) next++;
            // What is borrowed from afar is another number than its owner's.
            sketch[place] = sketch[next % Places] + ((uint)(next - place) * 0x9E3779B9u);
        }
    }

    private static ulong Band(uint[] sketches, int at, int band)
    {
        var key = (ulong)band + 1;
        for (var row = 0; row < BandLength; row++) key = (key * 0x9E3779B97F4A7C15ul) ^ sketches[(at * Places) + (band * BandLength) + row];
        return key;
    }
}

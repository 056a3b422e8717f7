using BTech.Agenda.Papers;

namespace BTech.Agenda.Comparing;

/// <summary>
/// Proposes what became of each paragraph of a paper in its next version. Identical texts always correspond; then those that resemble each other
/// most; then parts of a paragraph that was split, and paragraphs that went into one. Nothing is lost: each old paragraph corresponds to a new one
/// or is deleted, each new one to an old one or is new. Headings correspond to headings only. Cost: the paragraphs, times the few that share words.
/// </summary>
public static class Alignment
{
    /// <summary>From this resemblance on, two texts are taken for one reworded.</summary>
    private const double LeastResemblance = 0.4;

    /// <summary>From this share on, a text is taken for a part of another.</summary>
    private const double LeastShare = 0.6;

    /// <summary>Shorter ones ("See above.") would be part of nearly anything.</summary>
    private const int FewestWordsOfAPart = 4;

    /// <summary>How many of the paragraphs that share most words are measured.</summary>
    private const int Measured = 8;

    /// <summary>A rival this far behind or further does not lessen the confidence.</summary>
    private const double ClearLead = 0.3;

    /// <summary>About what any two paragraphs of one language share by its commonest words.</summary>
    private const double Unrelated = 0.15;

    private const int MostDifferences = 2_000;

    /// <summary>The proposal, in no particular order.</summary>
    /// <param name="old">The older version's paragraphs in reading order.</param>
    /// <param name="new">The newer version's.</param>
    public static IReadOnlyList<Correspondence> Propose(IReadOnlyList<Paragraph> old, IReadOnlyList<Paragraph> @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        return new Work(old, @new).Propose();
    }

    private sealed class Work(IReadOnlyList<Paragraph> old, IReadOnlyList<Paragraph> @new)
    {
        private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
        private readonly Side _old = new(old);
        private readonly Side _new = new(@new);
        private readonly List<Correspondence> _found = [];

        public List<Correspondence> Propose()
        {
            PairIdentical();
            _old.Read(_vocabulary);
            _new.Read(_vocabulary);
            PairAlike();
            // A part of an old paragraph, then an old paragraph that is part of a new one.
            JoinParts(_new, _old, (part, whole) => Add(whole, part.Place, part.Confidence));
            JoinParts(_old, _new, (part, whole) => Add(part.Place, whole, part.Confidence));
            foreach (var place in _old.Free) _found.Add(new Correspondence(old[place].Id, null, Alone(_old, place, _new), false, []));
            foreach (var place in _new.Free) _found.Add(new Correspondence(null, @new[place].Id, Alone(_new, place, _old), false, []));
            return _found;
        }

        private void PairIdentical()
        {
            foreach (var (oldPlace, newPlace) in CommonOrder.Of(_old.Keys, _new.Keys, MostDifferences)) PairIdentical(oldPlace, newPlace);
            var waiting = _old.Free.GroupBy(place => _old.Keys[place]).ToDictionary(same => same.Key, same => new Queue<int>(same));
            foreach (var place in _new.Free.ToList())
                if (waiting.GetValueOrDefault(_new.Keys[place])?.TryDequeue(out var moved) is true) PairIdentical(moved, place);
        }

        private void PairIdentical(int oldPlace, int newPlace)
        {
            (_old.Identical[oldPlace], _new.Identical[newPlace]) = (true, true);
            Add(oldPlace, newPlace, 100);
        }

        private void PairAlike()
        {
            var candidates = new List<(int Old, int New, double Score)>();
            foreach (var place in _new.Free)
                foreach (var other in _old.Alike(_new, place))
                    candidates.Add((other, place, _new.Bags[place].Resemblance(_old.Bags[other])));
            // The best other candidate of either paragraph: close behind, it makes the choice a doubtful one.
            var byOld = candidates.ToLookup(candidate => candidate.Old);
            var byNew = candidates.ToLookup(candidate => candidate.New);
            foreach (var (oldPlace, newPlace, score) in candidates.Where(candidate => candidate.Score >= LeastResemblance)
                .OrderByDescending(candidate => candidate.Score).ThenBy(Distance).ThenBy(candidate => candidate.New).ThenBy(candidate => candidate.Old))
            {
                if (!_old.IsFree[oldPlace] || !_new.IsFree[newPlace]) continue;
                var rival = byOld[oldPlace].Where(other => other.New != newPlace).Concat(byNew[newPlace].Where(other => other.Old != oldPlace))
                    .Select(other => other.Score).DefaultIfEmpty(0).Max();
                Add(oldPlace, newPlace, Confidence(score, rival));
            }
        }

        // Of equals the one that stands at the same place in the paper.
        private double Distance((int Old, int New, double Score) candidate) => Math.Abs((double)candidate.Old / old.Count - (double)candidate.New / @new.Count);

        private static void JoinParts(Side parts, Side wholes, Action<(int Place, int Confidence), int> join)
        {
            var candidates = new List<(int Part, int Whole, double Share)>();
            foreach (var part in parts.Free.Where(place => !parts.IsHeading[place] && parts.Bags[place].Words >= FewestWordsOfAPart))
                foreach (var whole in wholes.Alike(parts, part))
                    if (parts.Bags[part].ShareIn(wholes.Bags[whole]) is >= LeastShare and var share) candidates.Add((part, whole, share));
            foreach (var (part, whole, _) in candidates.OrderByDescending(candidate => candidate.Share).ThenBy(candidate => candidate.Part).ThenBy(candidate => candidate.Whole))
            {
                // What another part took already cannot come from there a second time; and no part of a part.
                if (!parts.IsFree[part] || wholes.IsPart[whole] || parts.Bags[part].ShareIn(wholes.Left(whole)) is not (>= LeastShare and var share)) continue;
                var rival = candidates.Where(other => other.Part == part && other.Whole != whole).Select(other => other.Share).DefaultIfEmpty(0).Max();
                join((part, Confidence(share, rival)), whole);
                parts.IsPart[part] = true;
                wholes.Take(whole, parts.Bags[part]);
            }
        }

        private void Add(int oldPlace, int newPlace, int confidence)
        {
            _found.Add(new Correspondence(old[oldPlace].Id, @new[newPlace].Id, confidence, false, []));
            (_old.IsFree[oldPlace], _new.IsFree[newPlace]) = (false, false);
            if (_old.Bags.Length > 0)
            {
                _old.Partners[oldPlace].Add(_new.Bags[newPlace]);
                _new.Partners[newPlace].Add(_old.Bags[oldPlace]);
            }
        }

        // New or deleted, unless something resembles it nearly enough.
        private static int Alone(Side side, int place, Side others)
        {
            var nearest = others.Alike(side, place).Select(other => side.Bags[place].Resemblance(others.Bags[other])).DefaultIfEmpty(0).Max();
            return (int)Math.Round(100 * (1 - Math.Clamp((nearest - Unrelated) / LeastResemblance, 0, 1)));
        }

        private static int Confidence(double score, double rival) => (int)Math.Round(100 * score * (0.5 + 0.5 * Math.Clamp((score - rival) / ClearLead, 0, 1)));
    }

    /// <summary>One version's paragraphs, by their place.</summary>
    private sealed class Side(IReadOnlyList<Paragraph> paragraphs)
    {
        private readonly Dictionary<int, WordBag> _left = [];
        private readonly Dictionary<int, IReadOnlyList<int>> _alike = [];
        private Dictionary<int, List<int>> _index = [];

        public List<(bool, string)> Keys { get; } = [.. paragraphs.Select(paragraph => (paragraph.IsHeading, paragraph.Text.ToString()))];

        public bool[] IsHeading { get; } = [.. paragraphs.Select(paragraph => paragraph.IsHeading)];

        public bool[] IsFree { get; } = [.. paragraphs.Select(_ => true)];

        public bool[] Identical { get; } = new bool[paragraphs.Count];

        /// <summary>Which were joined to a whole: they are no whole themselves.</summary>
        public bool[] IsPart { get; } = new bool[paragraphs.Count];

        public WordBag[] Bags { get; private set; } = [];

        /// <summary>What corresponds to each on the other side.</summary>
        public List<WordBag>[] Partners { get; } = [.. paragraphs.Select(_ => new List<WordBag>())];

        public IEnumerable<int> Free => Enumerable.Range(0, IsFree.Length).Where(place => IsFree[place]);

        public void Read(Dictionary<string, int> vocabulary)
        {
            Bags = [.. Keys.Select((key, place) => Identical[place] ? WordBag.Of("", vocabulary) : WordBag.Of(key.Item2, vocabulary))];
            _index = [];
            for (var place = 0; place < Bags.Length; place++)
            {
                if (Identical[place]) continue;
                foreach (var feature in Bags[place].Distinct)
                {
                    if (!_index.TryGetValue(feature, out var places)) _index[feature] = places = [];
                    places.Add(place);
                }
            }
        }

        /// <summary>The few paragraphs of this side that share most words with one of the other, identical ones apart.</summary>
        public IReadOnlyList<int> Alike(Side other, int place)
        {
            if (_alike.TryGetValue(place, out var alike)) return alike;
            var (shared, seen) = (new int[IsFree.Length], new List<int>());
            foreach (var feature in other.Bags[place].Distinct)
                foreach (var here in _index.GetValueOrDefault(feature) ?? [])
                    if (IsHeading[here] == other.IsHeading[place] && shared[here]++ == 0) seen.Add(here);
            return _alike[place] = [.. seen.OrderByDescending(here => shared[here]).ThenBy(here => here).Take(Measured)];
        }

        /// <summary>What of a paragraph did not go anywhere yet.</summary>
        public WordBag Left(int place)
        {
            if (!_left.TryGetValue(place, out var left)) _left[place] = left = Partners[place].Aggregate(Bags[place], (rest, partner) => rest.Without(partner));
            return left;
        }

        public void Take(int place, WordBag part) => _left[place] = Left(place).Without(part);
    }
}

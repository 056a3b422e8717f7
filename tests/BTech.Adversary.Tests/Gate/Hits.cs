namespace BTech.Adversary.Tests.Gate;

/// <summary>How often one attack was right over several runs, and what chance does in as many.</summary>
internal sealed class Hits
{
    /// <summary>Above this share of the runs a person is found too often, if there are enough runs to tell.</summary>
    private const double TooOften = 0.6;

    private readonly Dictionary<string, (int Hits, int Of)> _byLabel = [];
    private readonly Dictionary<int, int> _byPerson = [];
    private double[] _drawing = [1];
    private double[] _ofOnePerson = [1];
    private double _drawn;
    private double _groups;
    private double _trend;
    private bool _isTrend;
    private bool _isReported;
    private bool _isForbidden;
    private int _count;
    private int _runs;

    /// <summary>A run in which this was tried on so many groups, the smallest of this size.</summary>
    public void Guess(int groups, int smallest)
    {
        _runs++;
        _groups += groups;
        _ofOnePerson = Tails.Sum(_ofOnePerson, [1 - (1.0 / smallest), 1.0 / smallest]);
    }

    /// <summary>A run in which authors were named by what they wrote: compared with chance, and never too often.</summary>
    public void Report(int groups)
    {
        _runs++;
        _groups += groups;
        _isReported = true;
    }

    /// <summary>One contributor or tag of a guess.</summary>
    public void Count(string label, bool isHit, int person)
    {
        var (hits, of) = _byLabel.GetValueOrDefault(label);
        _byLabel[label] = (hits + (isHit ? 1 : 0), of + 1);
        if (!isHit) return;
        _count++;
        _byPerson[person] = _byPerson.GetValueOrDefault(person) + 1;
    }

    /// <summary>A run in which some people were said to have written.</summary>
    public void Draw(int hits, int all, int writers, int drawn)
    {
        _runs++;
        _count += hits;
        _drawn += (double)drawn * writers / all;
        _drawing = Tails.Sum(_drawing, Tails.Drawing(all, writers, drawn));
    }

    /// <summary>A run in which two orders were compared; the deviations of several runs add up like independent errors.</summary>
    public void Compare(double deviation)
    {
        _runs++;
        _trend += deviation;
        _isTrend = true;
    }

    /// <summary>Something that may not be there at all.</summary>
    public void Forbid(int found)
    {
        _runs++;
        _count += found;
        _isForbidden = true;
    }

    public VerdictLine Line(string attacker, string evidence, double alpha)
    {
        if (_isReported)
            return new VerdictLine(attacker, evidence, _count, _groups, double.PositiveInfinity, Worst(), _byPerson.Count == 0 ? 0 : (double)_byPerson.Values.Max() / _runs, double.PositiveInfinity);
        if (_isTrend) return new VerdictLine(attacker, evidence, Math.Abs(_trend) / Math.Sqrt(_runs), 0, Tails.NormalQuantile(alpha), ("–", 0), 0, 1);
        var gate = _isForbidden ? 0 : _drawn > 0 ? Tails.Quantile(_drawing, alpha) : Tails.PoissonQuantile(_groups, alpha);
        var person = _byPerson.Count == 0 ? 0 : (double)_byPerson.Values.Max() / _runs;
        var personGate = _byPerson.Count == 0 ? 1 : Math.Max(TooOften, (double)Tails.Quantile(_ofOnePerson, alpha / _byPerson.Count) / _runs);
        return new VerdictLine(attacker, evidence, _count, _groups + _drawn, gate, Worst(), person, personGate);
    }

    private (string Label, double Share) Worst() =>
        _byLabel.Select(label => (label.Key, Share: (double)label.Value.Hits / label.Value.Of)).OrderByDescending(label => label.Share).FirstOrDefault(("–", 0));
}

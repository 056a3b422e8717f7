using System.Globalization;

namespace BTech.Adversary.Tests.Gate;

/// <summary>How often one attack hit over all runs, and what chance may do.</summary>
/// <param name="Attacker">Who attacked.</param>
/// <param name="Evidence">Where.</param>
/// <param name="Hits">How often it was right; for two orders, how many standard deviations they go together.</param>
/// <param name="Chance">How often chance is.</param>
/// <param name="Gate">The most that is taken for chance.</param>
/// <param name="WorstGroup">The group with the highest share of its contributors found.</param>
/// <param name="WorstPerson">The person found in the most runs, as a share of the runs.</param>
/// <param name="PersonGate">The share above which that is no chance any more: a leak may give a few away and spare the others.</param>
internal sealed record VerdictLine(
    string Attacker, string Evidence, double Hits, double Chance, double Gate, (string Label, double Share) WorstGroup, double WorstPerson, double PersonGate)
{
    public bool IsRed => Hits > Gate || WorstPerson > PersonGate;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Attacker}: {Hits:0.#} (chance {Chance:0.#}, gate {Gate:0.#}), worst group {WorstGroup.Label} {WorstGroup.Share:P0}, worst person {WorstPerson:P0}: {Evidence}");
}

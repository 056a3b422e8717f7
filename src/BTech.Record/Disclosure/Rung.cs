namespace BTech.Record.Disclosure;

/// <summary>One phrase of the wording scale, as it may open a key point.</summary>
/// <param name="Key">Stored with the key point; for a group word <c>group:</c> and the label.</param>
/// <param name="Strength">The higher, the more it claims.</param>
/// <param name="NeedsSecondPerson">Whether only a second person may let it pass.</param>
public sealed record Rung(string Key, int Strength, bool NeedsSecondPerson = false)
{
    /// <summary>The label, where the rung is a group's word.</summary>
    public string? GroupLabel => Key.StartsWith(AttributionLadder.GroupPrefix, StringComparison.Ordinal) ? Key[AttributionLadder.GroupPrefix.Length..] : null;
}

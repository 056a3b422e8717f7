namespace BTech.Record.Translations;

/// <summary>Somebody outside who holds words of a round.</summary>
/// <param name="WentTo">What kind of receiver.</param>
/// <param name="Receiver">Who.</param>
/// <param name="HoldsLostTexts">
/// Whether they hold a text that was withdrawn, set aside or further masked since. Which, or how many, is not told: all that they got of the round must go.
/// </param>
/// <param name="Stamp">Stands for all that they are known to hold, to be sent back when they have deleted it.</param>
public sealed record TextReceiver(TextJourney WentTo, string Receiver, bool HoldsLostTexts, string Stamp);

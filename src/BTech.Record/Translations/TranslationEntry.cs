namespace BTech.Record.Translations;

/// <summary>A translation as the team hands it in.</summary>
/// <param name="Language">Code of the language that it is in.</param>
/// <param name="Text">The words.</param>
/// <param name="IsMachine">Whether a program made it.</param>
/// <param name="MadeBy">Who or what made it.</param>
/// <param name="WentTo">Where the original went for it.</param>
/// <param name="Receiver">Who received it there; needed unless it stayed.</param>
/// <param name="LetPassagesGo">Whether coded passages whose words a later mask takes out may lose them.</param>
public sealed record TranslationEntry(string Language, string Text, bool IsMachine, string MadeBy, TextJourney WentTo, string? Receiver, bool LetPassagesGo = false);

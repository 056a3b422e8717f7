using BTech.Record.Disclosure;

namespace BTech.Record.SecondCoding;

/// <summary>How far the two readings of a window agree.</summary>
/// <param name="Inputs">How many inputs were read twice.</param>
/// <param name="Themes">Each theme that either reading has given, by name.</param>
/// <param name="Together">All of them: each sentence under each of these themes is a unit.</param>
public sealed record ReadingAgreement(TeamCount Inputs, IReadOnlyList<ThemeAgreement> Themes, ThemeAgreement Together);

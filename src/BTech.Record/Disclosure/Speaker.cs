namespace BTech.Record.Disclosure;

/// <summary>A contributor as far as languages go.</summary>
/// <param name="Label">The published label, if any.</param>
/// <param name="Languages">Codes of the languages of the kept inputs.</param>
internal sealed record Speaker(string? Label, IReadOnlyCollection<string> Languages);

namespace BTech.Record.Inputs;

/// <summary>An input in which somebody is threatened or in danger, as the list for the security colleagues shows it: without a word of the text.</summary>
/// <param name="Id">The input.</param>
/// <param name="FocusAreaNumber">Its focus area.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="IsWhole">Whether the whole input was set aside for it; otherwise passages of it are masked.</param>
/// <param name="Handover">What was noted when it was passed on; nothing as long as it was not.</param>
public sealed record Threat(Guid Id, int? FocusAreaNumber, InputKind Kind, bool IsWhole, string? Handover);

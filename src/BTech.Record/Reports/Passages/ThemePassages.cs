using BTech.Record.Coding;

namespace BTech.Record.Reports.Passages;

/// <summary>The passages under one theme on which no key point of a version rests.</summary>
/// <param name="Left">Those of which nobody has said anything yet.</param>
/// <param name="SetAside">Those set aside, each with its reason.</param>
public sealed record ThemePassages(IReadOnlyList<ReadableExcerpt> Left, IReadOnlyList<(ReadableExcerpt Passage, PassageReason Reason, string? Words)> SetAside);

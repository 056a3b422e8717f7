using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>"All companies agreed", "no State objected", "none of the institutions": what everybody said, each of them said. What all should do may be said.</summary>
internal sealed class AllOrNoneRule() : PatternRule("AllOrNone", FindingKind.AllOrNone, true);

using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// No region, country, sector, language or gender of a speaker: with a group or alone it leaves few. How many of those who may have spoken share it is not
/// known here and is taken to be fewer than five. What is said about a country or a sector may of course name it.
/// </summary>
internal sealed class TraitRule() : PatternRule("Trait", FindingKind.SpeakersTrait, true);

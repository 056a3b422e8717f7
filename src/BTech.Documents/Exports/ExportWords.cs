using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Documents.Exports;

/// <summary>What the values of the table are called in the language of the page.</summary>
/// <param name="Kind">A kind of input.</param>
/// <param name="Permission">What an author allows.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="Group">A group by its label.</param>
/// <param name="LanguageOf">A language by its code, or the one that is not named.</param>
/// <param name="InTranslation">That a passage stands in the working translation.</param>
/// <param name="Team">Whoever codes, without a name.</param>
public sealed record ExportWords(
    Func<InputKind, string> Kind, Func<QuotingPermission, string> Permission, Func<Stance, string> Stance, Func<string, string> Group, Func<string?, string> LanguageOf,
    string InTranslation, string Team);

using BTech.Record.Inputs;

namespace BTech.Record.Lists;

/// <summary>An input of a list as the team may read it.</summary>
/// <param name="Id">The input.</param>
/// <param name="FocusAreaNumber">Its focus area.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Code of the language of the text.</param>
/// <param name="Text">Its readable text.</param>
/// <param name="InTranslation">Whether that is the working translation of a text in a rare language.</param>
/// <param name="Permission">What the author allows: what was given as background reaches no report.</param>
public sealed record ListedInput(Guid Id, int? FocusAreaNumber, InputKind Kind, string Language, MaskedText Text, bool InTranslation, QuotingPermission Permission);

/// <summary>An example or a resource with what the team noted; nothing while it only came in.</summary>
public sealed record ListedResource(ListedInput Input, LoggedResource? Noted);

/// <summary>A dilemma with the card made of it; nothing while there is none.</summary>
public sealed record ListedDilemma(ListedInput Input, DilemmaCard? Card);

namespace BTech.Record.Boxes;

/// <summary>What somebody sent on paper or by e-mail, to be put into that person's own box before the window closes.</summary>
/// <param name="Id">Version 4 id, made with the form, so that posting it twice puts it in once.</param>
/// <param name="Parts">Its parts; at least one, at most one for each place.</param>
public sealed record Letter(Guid Id, IReadOnlyList<LetterPart> Parts);

/// <summary>One part of a letter.</summary>
/// <param name="FocusArea">Number of the focus area that it is about; nothing for the paper as a whole.</param>
/// <param name="Text">The words.</param>
public sealed record LetterPart(int? FocusArea, PieceText Text);

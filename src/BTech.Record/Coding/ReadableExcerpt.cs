using BTech.Record.Inputs;

namespace BTech.Record.Coding;

/// <summary>A coded excerpt as the team may read it: masked, without author and group.</summary>
/// <param name="Id">The excerpt.</param>
/// <param name="InputId">The input it is taken from.</param>
/// <param name="FocusAreaNumber">Focus area of the input.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="Memo">The team's note.</param>
/// <param name="Text">The readable words.</param>
/// <param name="Language">Code of their language.</param>
/// <param name="Permission">What the author allows.</param>
/// <param name="Uses">In how many key points of unpublished and published reports it is evidence.</param>
public sealed record ReadableExcerpt(
    Guid Id, Guid InputId, int? FocusAreaNumber, Theme Theme, int Start, int End, Stance Stance, string? Memo, string Text, string Language,
    QuotingPermission Permission, int Uses);

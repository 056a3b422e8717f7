using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;

namespace BTech.Record.Coding;

/// <summary>A coded excerpt as the team may read it: masked, without author and group.</summary>
/// <param name="Id">The excerpt.</param>
/// <param name="InputId">The input it is taken from.</param>
/// <param name="FocusAreaNumber">The focus area in which it counts; nothing for an overall comment.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="Memo">The team's note.</param>
/// <param name="InTranslation">Whether it stands in the working translation.</param>
/// <param name="Text">The readable words.</param>
/// <param name="Language">Code of their language.</param>
/// <param name="Permission">What the author allows.</param>
/// <param name="CodedBy">Which member of the team coded it.</param>
/// <param name="Value">Its value of the second dimension.</param>
/// <param name="IsImported">Whether its input came by another channel, so that it adds no contributor to a key point.</param>
/// <param name="Uses">In how many key points of unpublished and published reports it is evidence.</param>
public sealed record ReadableExcerpt(
    Guid Id, Guid InputId, int? FocusAreaNumber, Theme Theme, int Start, int End, Stance Stance, string? Memo, bool InTranslation, string Text, string Language,
    QuotingPermission Permission, StaffId CodedBy, DimensionValue? Value, bool IsImported, int Uses)
{
    /// <summary>Stands for everything about it that somebody may change; another one means that it was changed.</summary>
    public string State => Stamp.Of($"{Id}\n{InTranslation}\n{Start}\n{End}\n{Theme.Id}\n{(int)Stance}\n{Value?.Id}\n{Memo}");

    /// <summary>Likewise for all codings of an input.</summary>
    public static string StateOf(IEnumerable<ReadableExcerpt> codings) => Stamp.Of(string.Join('\n', codings.Select(coding => coding.State).Order(StringComparer.Ordinal)));
}

using System.Text;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>One text of somebody's own copy.</summary>
/// <param name="Name">Where it belongs.</param>
/// <param name="Marks">Its kind, whether it was sent, its language, and what may be done with it.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The words, exactly as the seal would write them: with these the inclusion check finds them.</param>
public sealed record CopiedText(string Name, string Marks, Language Language, string Text);

/// <summary>
/// What stands in a box, for its author to keep: what was sent, and beside it what was changed since. No name, no code, no time, neither in the
/// words nor in a file's name.
/// </summary>
public sealed class OwnCopy(IStringLocalizer<Words.AnswerForm> words, IStringLocalizer<Words.Participate> kinds)
{
    /// <summary>The texts in the order of the paper.</summary>
    public IReadOnlyList<CopiedText> Of(BoxContent content, IReadOnlyCollection<FocusArea> areas, Language language)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [.. content.Pieces.OrderBy(piece => OrderOf(piece.Place)).ThenBy(piece => piece.Place.FocusArea ?? piece.Place.Paragraph).ThenBy(piece => piece.Place.Item is not null).ThenBy(piece => piece.Kind)
            .SelectMany(piece => Versions(piece).Select(version =>
            {
                var written = Language.Find(version.Text.Language) ?? Language.English;
                return new CopiedText(
                    PieceName.Of(piece.Place, areas, language, words),
                    words["Marks", kinds[$"Kind.{piece.Kind}"].Value, kinds[$"Progress.{(version.IsSent ? PieceProgress.Sent : PieceProgress.NotSent)}"].Value, written.NativeName, kinds[$"Permission.{version.Text.Permission}"].Value],
                    written, version.Text.Whole());
            }))];
    }

    /// <summary>The texts as a plain text. Our own lines carry isolating marks; the author's words carry none that they did not write.</summary>
    public string AsText(IEnumerable<CopiedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var copy = new StringBuilder(words["Copy.FirstLine"]).Append("\n\n");
        foreach (var text in texts) copy.Append(text.Name).Append('\n').Append(text.Marks).Append("\n\n").Append(text.Text).Append("\n\n\n");
        return copy.ToString().TrimEnd('\n').ReplaceLineEndings("\r\n") + "\r\n";
    }

    private static int OrderOf(Place place) => place.FocusArea is not null ? 1 : place.Paragraph is not null ? 2 : 3;

    private static IEnumerable<(PieceText Text, bool IsSent)> Versions(Piece piece)
    {
        if (piece.Sent is { } sent) yield return (sent, true);
        if (piece is { Working: { } working, HasUnsentChanges: true }) yield return (working, false);
    }
}

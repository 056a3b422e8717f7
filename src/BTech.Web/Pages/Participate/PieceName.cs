using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Boxes;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>What a place in the paper is called, in the reader's language.</summary>
internal static class PieceName
{
    /// <summary>
    /// The name on one line. A title that exists in another language only stands in isolating marks (U+2068, U+2069), so that neither turns the
    /// other's direction, in a plain text as well.
    /// </summary>
    public static string Of(Place place, IEnumerable<FocusArea> areas, Language language, IStringLocalizer<Words.AnswerForm> words) => place switch
    {
        { FocusArea: { } number } when areas.FirstOrDefault(area => area.Number == number) is { } area => words["Area", number, Isolated(area.Title, language)],
        { Paragraph: { } paragraph } => words["Paragraph", paragraph],
        _ => words["Overall"],
    };

    private static string Isolated(LocalizedText title, Language language)
    {
        var (text, written) = title.In(language);
        return written.IsRightToLeft == language.IsRightToLeft ? text : $"\u2068{text}\u2069";
    }
}

using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A heading or paragraph of a version with what stands beside it in another language.</summary>
/// <param name="Place">Its place in reading order, from 1.</param>
/// <param name="Paragraph">The English.</param>
/// <param name="Text">The other text; empty where there is none.</param>
public sealed record TranslatedPiece(int Place, Paragraph Paragraph, string Text)
{
    private string English => Paragraph.Text.In(Language.English).Text;

    /// <summary>Whether there is no text beside it.</summary>
    public bool IsMissing => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether figures stand in one of the two and not in the other.</summary>
    public bool HasOtherFigures => !IsMissing && !Figures.Same(English, Text);

    /// <summary>Whether a person should look at it.</summary>
    public bool IsDoubtful => IsMissing || HasOtherFigures;

    /// <summary>The figures that only the English has, and those that only the other text has.</summary>
    public (string English, string Other) Differing => (Without(Figures.Of(English), Figures.Of(Text)), Without(Figures.Of(Text), Figures.Of(English)));

    private static string Without(IReadOnlyList<string> figures, IReadOnlyList<string> others)
    {
        var left = others.ToList();
        return string.Join(" · ", figures.Where(figure => !left.Remove(figure)));
    }
}

using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>Which texts of a consultation are there in which of the six languages; where one is missing, people read it in English.</summary>
public sealed class LanguagesModel(
    ConsultationList consultations, ScopingPapers papers, RuleTexts texts, Assignments assignments, IStringLocalizer<Words.Admin> words, IStringLocalizer<Setup> setup)
    : ConsultationPage(consultations, assignments)
{
    public IReadOnlyList<CoveredText> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var paper = await papers.FindAsync(Consultation.Id, null, cancel);
        var own = await texts.InForceAsync(Consultation, cancel);
        Texts = [.. OfTheConsultation(own).Concat(OfAreas()).Concat(OfGroups()).Concat(OfRounds()).Append(paper is null ? null : OfThePaper(paper)).OfType<CoveredText>()];
        return Page();
    }

    private string Root => $"~/admin/consultations/{Slug}";

    private IEnumerable<CoveredText?> OfTheConsultation(LocalizedText own) =>
    [
        CoveredText.Of(words["Consultation.TitleLegend"], Root, Consultation.Title),
        CoveredText.Of(words["Consultation.PurposeLegend"], Root, Consultation.Purpose),
        CoveredText.Of(words["Consultation.UrgentLegend"], Root, Consultation.UrgentContact),
        CoveredText.Of(words["Consultation.Host"], Root, Consultation.Host),
        CoveredText.Of(words["Consultation.HostLabel"], Root, Consultation.HostLabel),
        CoveredText.Of(setup["Promise.Own"], $"{Root}/promise", own),
    ];

    private IEnumerable<CoveredText?> OfAreas() => Consultation.FocusAreas.Select(area => CoveredText.Of(
        setup["Languages.Area", area.Number, Shown(area.Title)], $"{Root}/focus-areas/{area.Number}", [area.Title, area.ShortTitle, area.Questions, area.Audience, area.Deliverable]));

    private IEnumerable<CoveredText?> OfGroups() => Consultation.Groups.Select(group => CoveredText.Of(
        setup["Languages.Group", Shown(group.Name)], $"{Root}/groups/{group.Label}", [group.Name, group.Adjective, group.FamilyName, group.FamilyAdjective]));

    private IEnumerable<CoveredText?> OfRounds() => Consultation.Windows.Select(window => CoveredText.Of(
        words["Window.Heading", window.Number, Shown(window.Title)], $"~/admin/windows/{Slug}/{window.Number}{(window.IsOpened ? "" : "/dates")}",
        new[] { window.Title, window.Place, window.Expected, window.ClosedEarlyNote }.OfType<LocalizedText>()));

    private CoveredText OfThePaper(PaperVersion paper) => CoveredText.Of(
        setup["Languages.Paper", paper.Number], $"{Root}/papers", paper.Paragraphs.Select(paragraph => paragraph.Text).Prepend(paper.Title));

    private string Shown(LocalizedText text) => text.In(CurrentLanguage.Of(HttpContext)).Text;
}

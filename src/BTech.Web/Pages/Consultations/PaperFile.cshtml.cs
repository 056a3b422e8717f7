using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Consultations;

/// <summary>A version of the scoping paper as a Word document in the page's language, as far as it exists in it; the same bytes each time.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class PaperFileModel(ConsultationList consultations, ScopingPapers papers, IStringLocalizer<Words.Shared> words) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync(string slug, int version, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        if (await papers.FindAsync(consultation.Id, version, cancel) is not { } paper) return NotFound();
        var language = CurrentLanguage.Of(HttpContext);
        using var file = new MemoryStream();
        PaperDocxFile.Write(new PaperDocument(paper.Title.In(language).Text, words["Paper.Version", paper.Number], words["Paper.Page"].Value, language, paper.Paragraphs), file);
        return File(file.ToArray(), Word, $"{consultation.Slug}-paper-{paper.Number}-{language.Code}.docx");
    }
}

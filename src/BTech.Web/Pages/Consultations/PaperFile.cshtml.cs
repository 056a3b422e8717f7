using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Documents.Pdf;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Consultations;

/// <summary>A version of the scoping paper as a Word document or PDF in the page's language, as far as it exists in it; the same bytes each time.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class PaperFileModel(ConsultationList consultations, ScopingPapers papers, PdfShelf shelf, IStringLocalizer<Words.Shared> words) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Pdf = "pdf";
    private const string PdfType = "application/pdf";

    /// <summary>What is offered instead when there is no PDF at the moment.</summary>
    public NoPdf NoPdf { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int version, string format, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        if (await papers.FindAsync(consultation.Id, version, cancel) is not { } paper) return NotFound();
        var language = CurrentLanguage.Of(HttpContext);
        var document = new PaperDocument(paper.Title.In(language).Text, words["Paper.Version", paper.Number], words["Paper.Page"].Value, language, paper.Paragraphs, words["Paper.Contents"].Value);
        var name = $"{consultation.Slug}-paper-{paper.Number}-{language.Code}";
        return format == Pdf ? await PdfAsync(consultation.Slug, paper.Number, name, document, cancel) : File(WordOf(document), Word, $"{name}.docx");
    }

    private async Task<IActionResult> PdfAsync(string slug, int version, string name, PaperDocument document, CancellationToken cancel)
    {
        try
        {
            return File((await shelf.FileAsync(name, PaperPdf.Sheet(document), () => WordOf(document), cancel)).Bytes, PdfType, $"{name}.{Pdf}");
        }
        catch (PdfUnavailableException none)
        {
            NoPdf = new NoPdf(none.Fault, $"~/consultations/{slug}/paper/{version}", [($"~/consultations/{slug}/paper/{version}.docx", words["Paper.Download"].Value)]);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = NoPdf.RetryAfter;
            return Page();
        }
    }

    private static byte[] WordOf(PaperDocument document)
    {
        using var file = new MemoryStream();
        PaperDocxFile.Write(document, file);
        return file.ToArray();
    }
}

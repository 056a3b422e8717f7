using BTech.Web.Design;
using BTech.Documents.Papers;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A page on which a text of the scoping paper is brought in as a file or pasted, corrected and saved under a title.</summary>
[LargestForm(LargestRequest)]
public abstract class PaperPage : PageModel
{
    /// <summary>
    /// The largest request, in bytes; the proxy in front must let it through. What is posted back is larger than what was read: 900,000
    /// characters are up to 2.7 MB in UTF-8, each end of a line comes back as two, and each part's heading comes a second time.
    /// </summary>
    public const int LargestRequest = 8 * 1024 * 1024;

    private const int LongestTitle = 200;

    [FromRoute]
    public required string Slug { get; set; }

    [BindProperty]
    public IFormFile? PaperFile { get; set; }

    /// <summary>The text as Markdown: pasted, or what came out of the file, corrected.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? PaperTitle { get; set; }

    /// <summary><c>save</c>, or anything else to look again.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>Whether a file was chosen; then it counts, and not the text.</summary>
    protected bool HasFile => PaperFile is { Length: > 0 };

    /// <summary>The field from which the text comes.</summary>
    protected string Source => HasFile ? nameof(PaperFile) : nameof(Text);

    /// <summary>Refuses a file that is too large beside its field.</summary>
    protected void CheckFile(IStringLocalizer<Papers> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (PaperFile is { Length: > PaperUpload.Largest }) ModelState.AddModelError(nameof(PaperFile), words["New.FileTooLarge", PaperUpload.Largest / (1024 * 1024)]);
    }

    /// <summary>Refuses a title that is missing or too long beside its field.</summary>
    protected void CheckTitle(IStringLocalizer<Papers> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(PaperTitle)) ModelState.AddModelError(nameof(PaperTitle), words["New.TitleMissing"]);
        else if (PaperTitle.Trim().Length > LongestTitle) ModelState.AddModelError(nameof(PaperTitle), words["New.TitleTooLong", LongestTitle]);
    }

    /// <summary>Says beside a field why its text cannot be read.</summary>
    protected void Refuse(string field, PaperRefusedException refusal, IStringLocalizer<Papers> words)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(words);
        ModelState.AddModelError(field, words[$"Fault.{refusal.Fault}", refusal.Beginning]);
    }
}

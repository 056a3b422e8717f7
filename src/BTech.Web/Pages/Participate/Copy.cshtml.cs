using System.Text;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Participate;

/// <summary>The own copy, to print or as a text file, as long as there is a box: before and after sending, until the seal.</summary>
public sealed class CopyModel(Entrance entrance, OwnCopy copy) : ParticipantPage(entrance)
{
    /// <summary>What stands in the box.</summary>
    public IReadOnlyList<CopiedText> Texts { get; private set; } = [];

    protected override bool IsForWriting => false;

    /// <summary>A file found on a computer should not say at first sight what it is for.</summary>
    public const string FileName = "notes.txt";

    public IActionResult OnGet(string? @as)
    {
        if (Visit.Content is not { } content) return Redirect(Url.Content("~/participate"));
        Texts = copy.Of(content, Visit.Window.Consultation.FocusAreas, Language);
        if (@as != "text") return Page();
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(copy.AsText(Texts)), "text/plain; charset=utf-8", FileName);
    }
}

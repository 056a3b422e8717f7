using System.Text;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Sealing;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Seals;

/// <summary>What anyone may know of a sealed window: totals in bands, the root, what was checked here and what was not.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class SealPageModel(CommentWindows windows, Record.Sealing.SealPages seals) : PageModel
{
    private const int LeafBytes = 32;

    public CommentWindow Window { get; private set; } = null!;

    /// <summary>Nothing before the seal.</summary>
    public SealPage? Seal { get; private set; }

    public string Root => Convert.ToHexStringLower(Seal!.MerkleRoot.Span);

    public int LeafCount => Seal!.Leaves.Length / LeafBytes;

    public IEnumerable<LocalizedText> Labels => Seal!.Labels.Select(NameOf);

    public async Task<IActionResult> OnGetAsync(string slug, int number, string? leaves, CancellationToken cancel)
    {
        if (await windows.FindAsync(new WindowName(slug, number), cancel) is not { Kind: RoundKind.Written } window) return NotFound();
        Window = window;
        Seal = window.IsSealed ? await seals.FindAsync(window.Id, cancel) : null;
        if (leaves is null) return Page();
        if (Seal is null || leaves != "leaves.txt") return NotFound();
        return Content(Lines(Seal.Leaves.Span), "text/plain", Encoding.ASCII);
    }

    private static string Lines(ReadOnlySpan<byte> leaves)
    {
        var lines = new StringBuilder(leaves.Length * 2);
        for (var at = 0; at < leaves.Length; at += LeafBytes) lines.Append(Convert.ToHexStringLower(leaves.Slice(at, LeafBytes))).Append('\n');
        return lines.ToString();
    }

    private LocalizedText NameOf(string label)
    {
        var groups = Window.Consultation.Groups;
        return groups.Find(group => group.Label == label)?.Name ?? groups.Find(group => group.Family == label)?.FamilyName ?? LocalizedText.InEnglish(label);
    }
}

using BTech.Record.Lists;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Moderate;

/// <summary>All memos of a window in one place, to be searched.</summary>
public sealed class MemosModel(ReadersDesk desk, Memos memos) : RegisterPage(desk)
{
    [FromQuery(Name = "words")]
    public string? Search { get; set; }

    public IReadOnlyList<FoundMemo> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        Found = Cut(await memos.FindAsync(User.StaffId(), Window.Id, Search, cancel));
        return Page();
    }
}

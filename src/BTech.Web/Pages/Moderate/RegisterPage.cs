using BTech.Agenda.Windows;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>A list that the project team keeps of a sealed window: resources, dilemmas, questions, memos, disputes between readings.</summary>
public abstract class RegisterPage(ReadersDesk desk) : PageModel
{
    /// <summary>How many stand on one page.</summary>
    public const int PageLength = 25;

    public CommentWindow Window { get; private set; } = null!;

    /// <summary>The page of a long list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int? Leaf { get; set; }

    /// <summary>The page shown: the last one where fewer are there.</summary>
    public int LeafShown { get; private set; } = 1;

    public int Leaves { get; private set; } = 1;

    protected async Task<bool> FindAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        return true;
    }

    protected IReadOnlyList<T> Cut<T>(IReadOnlyCollection<T> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        Leaves = Math.Max(1, (all.Count + PageLength - 1) / PageLength);
        LeafShown = Math.Clamp(Leaf ?? 1, 1, Leaves);
        return [.. all.Skip((LeafShown - 1) * PageLength).Take(PageLength)];
    }

    protected RedirectToPageResult ToList() => RedirectToPage(new { slug = Window.Consultation.Slug, number = Window.Number });
}

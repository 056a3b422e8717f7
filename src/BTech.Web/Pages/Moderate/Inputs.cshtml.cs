using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Team.Roles;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The inputs of a sealed window, in the reader's own order.</summary>
public sealed class InputsModel(ReadersDesk desk, InputList inputs, CodeBook codeBook, ReasonWords reasons) : PageModel
{
    private const int Shown = 280;

    public CommentWindow Window { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public InputQuery Query { get; set; } = new();

    public ReviewProgress Progress { get; private set; } = null!;

    public IReadOnlyList<ListedTheme> Themes { get; private set; } = [];

    public InputPage Listed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? after, Guid? before, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return NotFound();
        Window = window;
        // A filter in the address that cannot be read is no filter.
        ModelState.Clear();
        await reasons.ReadAsync(window, cancel);
        Progress = await inputs.ProgressAsync(window.Id, cancel);
        Themes = await codeBook.ListAsync(window.ConsultationId, cancel);
        Listed = await inputs.PageAsync(User.StaffId(), window.Id, Query.Filter, after, before, cancel);
        return Page();
    }

    /// <summary>Why an input was set aside, in words.</summary>
    public string SetAsideFor(ReadableInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return reasons.Of(input.SetAsideReason, CurrentLanguage.Of(HttpContext));
    }

    /// <summary>What an input is called: its kind and place, nothing that tells it from others.</summary>
    internal static string Name(IStringLocalizer<Words.Moderate> words, ReadableInput input)
    {
        var kind = words["Kind." + input.Kind].Value;
        return input.ParagraphNumber is { } paragraph ? words["Input.NameParagraph", kind, paragraph]
            : input.FocusAreaNumber is { } area ? words["Input.NameArea", kind, area]
            : words["Input.NameOverall", kind];
    }

    internal static string Beginning(MaskedText text)
    {
        var words = text.Read().ReplaceLineEndings(" ");
        return CodePoints.Count(words) <= Shown ? words : CodePoints.Slice(words, 0, Shown).TrimEnd() + "…";
    }
}

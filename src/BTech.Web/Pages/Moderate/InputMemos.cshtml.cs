using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Team.Presence;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What the team noted on one input as a whole: added, changed, removed.</summary>
public sealed class InputMemosModel(
    ReadersDesk desk, InputList inputs, InputMemos memos, ExcerptCoding coding, Presences presences, TeamNames names,
    IStringLocalizer<Words.Registers> words, IStringLocalizer<Words.Moderate> terms) : OneInputPage(desk, inputs, coding, presences, terms)
{
    public IReadOnlyList<InputMemo> Memos { get; private set; } = [];

    /// <summary>The memo that is being changed.</summary>
    public Guid? Edited { get; private set; }

    [BindProperty]
    public string? Memo { get; set; }

    [BindProperty]
    public string? Changed { get; set; }

    /// <summary>What the memo said when the form was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, Guid? edit, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel) || Input.Text is null) return NotFound();
        ModelState.Clear();
        var page = await ShowAsync(cancel);
        if (Memos.FirstOrDefault(memo => memo.Id == edit) is { } edited) (Edited, Changed, Seen) = (edited.Id, edited.Text, edited.Text);
        return page;
    }

    [Audited("memo on an input written")]
    public async Task<IActionResult> OnPostAddAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (!IsMemo(nameof(Memo), Memo)) return await ShowAsync(cancel);
        var result = await memos.AddAsync(id, Memo, User.StaffId(), cancel);
        if (result is MemoResult.Done) return Redirect(Here());
        if (result is MemoResult.NotThere) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        ModelState.AddModelError(nameof(Memo), words["InputMemos.TooMany", InputMemo.Most]);
        return await ShowAsync(cancel);
    }

    [Audited("memo on an input changed")]
    public async Task<IActionResult> OnPostChangeAsync(Guid id, [FromQuery] InputQuery query, Guid memo, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        Edited = memo;
        if (!IsMemo(nameof(Changed), Changed)) return await ShowAsync(cancel);
        var result = await memos.ChangeAsync(id, memo, Seen, Changed, User.StaffId(), cancel);
        if (result is MemoResult.Done) return Redirect(Here());
        if (result is MemoResult.NotThere) return new KeptText(Input.Text is null ? "SetAside" : "Gone", StatusCodes.Status409Conflict);
        ModelState.AddModelError(nameof(Changed), words["InputMemos.Meanwhile"]);
        var page = await ShowAsync(cancel);
        // What the other has made of it stands above the form, which now means that wording.
        ModelState.Remove(nameof(Seen));
        Seen = Memos.FirstOrDefault(one => one.Id == memo)?.Text;
        return page;
    }

    [Audited("memo on an input removed")]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, [FromQuery] InputQuery query, Guid memo, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        var result = await memos.RemoveAsync(id, memo, Seen, cancel);
        if (result is MemoResult.Done) return Redirect(Here());
        if (result is MemoResult.NotThere) return new NothingDone(Input.Text is null ? Url.Content($"~/moderate/inputs/{id}") + query.With() : Here());
        ModelState.AddModelError("", words["InputMemos.RemoveMeanwhile"]);
        return await ShowAsync(cancel);
    }

    /// <summary>Who wrote it last; somebody who works here no more has no address.</summary>
    public string Who(InputMemo memo)
    {
        ArgumentNullException.ThrowIfNull(memo);
        return names.Of(memo.WrittenBy, User.StaffId());
    }

    private bool IsMemo(string field, string? text)
    {
        if (Wording.Cleaned(text) is not { Length: > 0 }) ModelState.AddModelError(field, words["InputMemos.Missing"]);
        else if (!InputMemos.IsMemo(text)) ModelState.AddModelError(field, words["Long", InputMemo.LongestText]);
        return ModelState.IsValid;
    }

    /// <summary>This page of the same input.</summary>
    public string Here(params (string, string?)[] more) => Url.Content($"~/moderate/inputs/{Input.Id}/memos") + Query.With(more);

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Input.Text is null) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        Memos = await memos.OfInputAsync(User.StaffId(), Input.Id, cancel);
        if (Memos.Any(memo => memo.WrittenBy != User.StaffId())) await names.ReadAsync(cancel);
        return Page();
    }
}

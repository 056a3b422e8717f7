using BTech.Record.Reports;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Changes a fact or a note of the host. When somebody else changed it meanwhile, both texts are shown.</summary>
public sealed class StatementModel(ReadersDesk desk, Drafting drafting, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    public int Order { get; private set; }

    public bool IsHost { get; private set; }

    public string? Theirs { get; private set; }

    [BindProperty]
    public string? Was { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsCommitment { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, int order, Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || Find(order, id) is not { } statement || !MayEdit) return NotFound();
        (Was, Text) = (statement.Text, statement.Text);
        if (statement is HostNote note) (IsCommitment, Due) = (note.IsCommitment, note.Due);
        return Page();
    }

    [Audited("statement changed")]
    public async Task<IActionResult> OnPostAsync(int number, int order, Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator || Find(order, id) is null) return NotFound();
        var text = OneLine.Of(Text);
        var outcome = IsHost
            ? await drafting.ChangeHostNoteAsync(Report.Id, id, new HostNoteDraft(text, IsCommitment, Due), Was, HostLabels, User.StaffId(), cancel)
            : await drafting.ChangeFactAsync(Report.Id, id, text, Was, User.StaffId(), cancel);
        if (outcome.IsDone) return Redirect(FormattableString.Invariant($"{Address}/sections/{order}#s-{id}"));
        Refuse(nameof(Text), outcome.Result);
        if (outcome.Theirs is { } theirs)
        {
            ModelState.Remove(nameof(Was));
            (Theirs, Was) = (theirs, theirs);
        }
        return Page();
    }

    private Statement? Find(int order, Guid id)
    {
        Order = order;
        var statement = Report.Sections.SingleOrDefault(section => section.Order == order && !section.IsFromLists)?.Blocks.SelectMany(block => block.Statements).SingleOrDefault(one => one.Id == id);
        IsHost = statement is HostNote;
        return statement is KeyPoint ? null : statement;
    }
}

using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Changes a fact or a note of the host. When somebody else changed it meanwhile, both texts are shown.</summary>
public sealed class StatementModel(ReadersDesk desk, Drafting drafting, DraftHistory history, BegunWordings begun, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    public int Order { get; private set; }

    public bool IsHost { get; private set; }

    public string? Theirs { get; private set; }

    public BegunText? Begun { get; private set; }

    [BindProperty]
    public string? Was { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsCommitment { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    /// <param name="number">Of the report.</param>
    /// <param name="order">Of the section.</param>
    /// <param name="id">Of the statement.</param>
    /// <param name="wording">An earlier wording to be taken up again.</param>
    /// <param name="goOn">Whether the reader goes on with what they had begun.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IActionResult> OnGetAsync(int number, int order, Guid id, int? wording, [FromQuery(Name = "go-on")] bool goOn, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || Find(order, id) is not { } statement || !MayEdit) return NotFound();
        (Was, Text) = (statement.Text, statement.Text);
        var earlier = wording is { } step ? await history.WordingAsync(Report.Id, WordingKind.Statement, id, step, cancel) : null;
        Begun = BegunText.Of(await begun.OfAsync(Report.Id, id, User.StaffId(), cancel), statement.Text, goOn);
        Text = earlier ?? (goOn ? Begun?.Text : null) ?? Text;
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
        if (outcome.IsDone)
        {
            await begun.ForgetAsync(Report.Id, id, User.StaffId(), cancel);
            return Redirect(FormattableString.Invariant($"{Address}/sections/{order}#s-{id}"));
        }
        Refuse(nameof(Text), outcome.Result);
        if (outcome.Theirs is { } theirs)
        {
            ModelState.Remove(nameof(Was));
            (Theirs, Was) = (theirs, theirs);
        }
        return Page();
    }

    /// <summary>Keeps what is being typed, for its writer alone. Nothing is done to the report, so the audit has no line of it.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostKeepAsync(int number, int order, Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator || Find(order, id) is null) return NotFound();
        return await begun.KeepAsync(Report.Id, id, User.StaffId(), OneLine.Of(Text), cancel) ? Redirect(Here(order, id)) : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    /// <summary>Lets go what was begun.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostLetGoAsync(int number, int order, Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator || Find(order, id) is null) return NotFound();
        await begun.ForgetAsync(Report.Id, id, User.StaffId(), cancel);
        return Redirect(Here(order, id));
    }

    private string Here(int order, Guid id) => FormattableString.Invariant($"{Address}/sections/{order}/statements/{id}");

    private Statement? Find(int order, Guid id)
    {
        Order = order;
        var statement = Report.Sections.SingleOrDefault(section => section.Order == order && !section.IsFromLists)?.Blocks.SelectMany(block => block.Statements).SingleOrDefault(one => one.Id == id);
        IsHost = statement is HostNote;
        return statement is KeyPoint ? null : statement;
    }
}

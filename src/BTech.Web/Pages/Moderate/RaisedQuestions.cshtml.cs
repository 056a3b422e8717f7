using BTech.Record.Lists;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The questions that the comments raised, in the team's own words and by batch.</summary>
public sealed class RaisedQuestionsModel(ReadersDesk desk, RaisedQuestions questions, IStringLocalizer<Words.Registers> words) : RegisterPage(desk)
{
    private InlineValidator<RaisedQuestionsModel> Validator => new()
    {
        page => page.RuleFor(p => p.Text).Must(RaisedQuestions.IsQuestion).WithMessage(_ => words["Questions.Text.Wrong", RaisedQuestion.LongestText]),
        page => page.RuleFor(p => p.Batch).Must(batch => batch is { } number && RaisedQuestions.IsBatch(number)).WithMessage(_ => words["Questions.Batch.Wrong", RaisedQuestion.MostBatches]),
    };

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int? Batch { get; set; }

    /// <summary>Whether only the team may read it; a question is public unless somebody says otherwise.</summary>
    [BindProperty]
    public bool IsInternal { get; set; }

    public IReadOnlyList<RaisedQuestion> Questions { get; private set; } = [];

    /// <summary>The question being changed.</summary>
    public Guid? Edited { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? edit, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        var last = await ReadAsync(edit, cancel);
        Batch ??= last;
        return Page();
    }

    [Audited("question noted")]
    public async Task<IActionResult> OnPostSaveAsync(string slug, int number, Guid? id, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        var isValid = this.Validates(Validator);
        if (isValid)
            return await questions.SaveAsync(Window.Id, id, Text, Batch!.Value, !IsInternal, User.StaffId(), cancel) ? ToList() : NotFound();
        var posted = (Text, Batch, IsInternal);
        await ReadAsync(id, cancel);
        (Text, Batch, IsInternal) = posted;
        return Page();
    }

    [Audited("question deleted")]
    public async Task<IActionResult> OnPostDeleteAsync(string slug, int number, Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        return await questions.DeleteAsync(Window.Id, id, cancel) ? ToList() : NotFound();
    }

    private async Task<int> ReadAsync(Guid? edited, CancellationToken cancel)
    {
        var all = await questions.ListAsync(Window.Id, cancel);
        Questions = Cut(all);
        if (all.FirstOrDefault(question => question.Id == edited) is { } found)
            (Edited, Text, Batch, IsInternal) = (found.Id, found.Text, found.Batch, !found.IsPublic);
        return all.Count == 0 ? 1 : all[^1].Batch;
    }
}

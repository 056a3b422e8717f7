using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Reviewing;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>A version read text by text, with what the team remarks on each: asked, answered, settled.</summary>
public sealed class ReviewModel(ReadersDesk desk, ReviewComments comments, TeamNames names, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.DraftWork> own) : ReportPage(desk, words)
{
    public IReadOnlyList<Wording> Texts { get; private set; } = [];

    public IReadOnlyList<ReviewComment> All { get; private set; } = [];

    /// <summary>On the version as a whole.</summary>
    public IReadOnlyList<ReviewComment> OnTheWhole => [.. All.Where(comment => comment.Place is null)];

    /// <summary>On texts that are not there any more.</summary>
    public IReadOnlyList<ReviewComment> OnWhatIsGone => [.. All.Where(comment => comment.Place is { } place && !Texts.Any(text => text.Kind == place && text.Id == comment.PlaceId))];

    public int Open => All.Count(comment => !comment.IsSettled);

    /// <summary>Whether comments can be made: the version is not public.</summary>
    public bool MayComment => !Report.Status.WasPublic();

    /// <summary>Which text the form stands beside: <see cref="PlaceOf"/> of it, or <c>whole</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "on")]
    public string? On { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        return await ShowAsync(cancel);
    }

    [Audited("review comment made")]
    public async Task<IActionResult> OnPostAddAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        var about = Wording.Of(Report).FirstOrDefault(text => PlaceOf(text) == On);
        // What it was about may have been removed while it was written.
        var result = about is null && On is not (null or "" or "whole") ? CommentResult.NotThere : await comments.AddAsync(Report.Id, about?.Kind, about?.Id, Text, User.StaffId(), cancel);
        if (result is CommentResult.Done) return Redirect(Here(about is null ? "whole" : PlaceOf(about)));
        return await RefuseAsync(nameof(Text), result, cancel);
    }

    [Audited("review comment settled")]
    public Task<IActionResult> OnPostSettleAsync(int number, Guid comment, CancellationToken cancel) =>
        StepAsync(number, comment, () => comments.SettleAsync(Report.Id, comment, settled: true, User.StaffId(), cancel), cancel);

    [Audited("review comment opened again")]
    public Task<IActionResult> OnPostReopenAsync(int number, Guid comment, CancellationToken cancel) =>
        StepAsync(number, comment, () => comments.SettleAsync(Report.Id, comment, settled: false, User.StaffId(), cancel), cancel);

    [Audited("review comment taken back")]
    public Task<IActionResult> OnPostRemoveAsync(int number, Guid comment, CancellationToken cancel) =>
        StepAsync(number, comment, () => comments.RemoveAsync(Report.Id, comment, User.StaffId(), cancel), cancel);

    /// <summary>Comments on one text, in the order in which they were made.</summary>
    public IEnumerable<ReviewComment> Of(Wording text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return All.Where(comment => comment.Place == text.Kind && comment.PlaceId == text.Id);
    }

    /// <summary>What a text is called in this page's addresses.</summary>
    public static string PlaceOf(Wording text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Id is { } id ? $"{text.Kind}-{id}" : text.Kind.ToString();
    }

    public string Who(StaffId who) => names.Of(who, User.StaffId());

    public bool IsMine(ReviewComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return comment.WrittenBy == User.StaffId();
    }

    private string Here(string place) => $"{Address}/review#{place}";

    private async Task<IActionResult> StepAsync(int number, Guid comment, Func<Task<CommentResult>> step, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        var result = await step();
        if (result is CommentResult.Done) return Redirect(Here($"c-{comment}"));
        if (result is CommentResult.NotThere) return new NothingDone($"{Address}/review");
        return await RefuseAsync("", result, cancel);
    }

    private async Task<IActionResult> RefuseAsync(string field, CommentResult result, CancellationToken cancel)
    {
        // A form whose text is gone from the report stands with the report as a whole, so that nothing written is lost.
        if (result is CommentResult.NotThere && MayComment) On = "whole";
        ModelState.Remove("on");
        ModelState.AddModelError(field, own["Comment." + result, result is CommentResult.TooMany ? ReviewComment.Most : ReviewComment.LongestText]);
        Response.StatusCode = result is CommentResult.NotThere ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Texts = Wording.Of(Report);
        All = await comments.OfAsync(Report.Id, cancel);
        if (All.Count > 0) await names.ReadAsync(cancel);
        return Page();
    }
}

using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Team.Audit;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Pages.Admin;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// What the team answers to each key point of the published report. Every response is saved by itself; all of them become public at once, when two persons
/// sign, one of them of those who clear.
/// </summary>
public sealed class ResponsesModel(
    ReadersDesk desk, SummaryReports reports, Responses responses, ResponseRelease release, ReleasedResponses released, PaperChanges changes, ProtectedNames names,
    SecondPerson secondPerson, AuditTrail audit, IStringLocalizer<Words.Responses> say, IStringLocalizer<Words.Admin> signing, IStringLocalizer<Words.Moderate> words)
    : ReportPage(desk, words), ISignedByTwo
{
    private const string ActWritten = "response written", ActTakenOut = "response taken out";

    /// <summary>The version that the public reads; nothing while there is none.</summary>
    public SummaryReport? Published { get; private set; }

    /// <summary>Its key points in reading order, each with the section it stands in.</summary>
    public IReadOnlyList<(Section Section, KeyPoint Point)> Chapters { get; private set; } = [];

    /// <summary>The responses as they are written, by the point's lineage.</summary>
    public IReadOnlyDictionary<Guid, Response> Written { get; private set; } = new Dictionary<Guid, Response>();

    /// <summary>The responses that the public reads.</summary>
    public IReadOnlyDictionary<Guid, ReleasedResponse> Released { get; private set; } = new Dictionary<Guid, ReleasedResponse>();

    /// <summary>What the check found in reasons, by the point's lineage.</summary>
    public ILookup<Guid?, Finding> Findings { get; private set; } = Array.Empty<Finding>().ToLookup(_ => (Guid?)null);

    /// <summary>The paper since it was commented on.</summary>
    public PaperSince Paper { get; private set; } = PaperSince.Nothing;

    /// <summary>The response that somebody else wrote while this one was being typed, and to which point.</summary>
    public (Guid Lineage, Response? Response)? Theirs { get; private set; }

    /// <summary>The forms, by the point's lineage as it stands in addresses.</summary>
    [BindProperty]
    public Dictionary<string, ResponseForm> Points { get; set; } = [];

    /// <summary>All responses as they were shown to those who release them.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? SecondEmail { get; set; }

    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? SecondCode { get; set; }

    public string SecondHint => say["Second.Hint"];

    public string SecondWrongRole => say["Second.WrongRole"];

    /// <summary>Whether the public reads something else than what is written here, or nothing yet.</summary>
    public bool IsChanged => Chapters.Any(one => !IsPublic(one.Point.LineageId));

    /// <summary>Whether every point has a response.</summary>
    public bool IsComplete => Answered == Chapters.Count;

    /// <summary>Whether a later version of the paper changed what a response names.</summary>
    public bool IsAnyOvertaken => Chapters.Any(one => IsOvertaken(Written.GetValueOrDefault(one.Point.LineageId)));

    /// <summary>How many points have one.</summary>
    public int Answered => Chapters.Count(one => Written.ContainsKey(one.Point.LineageId));

    /// <summary>The name of a point in this page's fields and addresses.</summary>
    public static string Key(Guid lineage) => lineage.ToString("N");

    /// <summary>Whether a later version of the paper changed the paragraph that a response names.</summary>
    public bool IsOvertaken(Response? response) => response is { PaperVersion: { } version, Paragraph: { } paragraph } && Paper.IsOvertaken(version, paragraph);

    /// <summary>Whether a response names a paragraph that there is not: its version of the paper was taken back.</summary>
    public bool IsAstray(Response? response) => response is { PaperVersion: var version, Paragraph: { } paragraph } && !Paper.Has(version, paragraph);

    /// <summary>Whether one does.</summary>
    public bool IsAnyAstray => Chapters.Any(one => IsAstray(Written.GetValueOrDefault(one.Point.LineageId)));

    /// <summary>Whether the public reads exactly this response.</summary>
    public bool IsPublic(Guid lineage) =>
        Released.TryGetValue(lineage, out var told) && Written.TryGetValue(lineage, out var written)
        && (told.Disposition, told.Reason, told.PaperVersion, told.Paragraph) == (written.Disposition, written.Reason, written.PaperVersion, written.Paragraph);

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) => await FindAsync(number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited(ActWritten)]
    public async Task<IActionResult> OnPostSaveAsync(int number, Guid point, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel) || !IsModerator || Published is null || !Points.TryGetValue(Key(point), out var form)) return NotFound();
        return await AnswerAsync(point, await responses.SaveAsync(Published, point, form.Draft(), form.Seen, Paper, cancel), cancel);
    }

    [Audited(ActTakenOut)]
    public async Task<IActionResult> OnPostRemoveAsync(int number, Guid point, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel) || !IsModerator || Published is null || !Points.TryGetValue(Key(point), out var form)) return NotFound();
        return await AnswerAsync(point, await responses.RemoveAsync(Published, point, form.Seen, cancel), cancel);
    }

    /// <summary>Two persons release all responses. Who wrote one of them cannot be the second; that stands in the audit alone.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostReleaseAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel) || !IsModerator || Published is null) return NotFound();
        if (!IsComplete) ModelState.AddModelError("", say["Result.Unanswered"]);
        var (me, subject) = (User.StaffId(), FormattableString.Invariant($"report {number}"));
        var signed = await TwoSignatures.ReadAsync(
            this, me, () => secondPerson.ConfirmTakingTextsAsync(me, Password, Code, Window.Id, cancel),
            () => secondPerson.ConfirmClearingAsync(me, SecondEmail, SecondPassword, SecondCode, Window.Id, who => audit.HasDoneAsync(who, [ActWritten, ActTakenOut], $"{subject} version ", cancel), cancel),
            ModelState, signing);
        if (signed is not { } both) return await ShowAsync(cancel);
        // Signing takes its time: what the responses name is looked up in the paper as it is now.
        Paper = await changes.SinceAsync(Window.PaperVersionId, cancel);
        var isSigned = false;
        ResponseResult result;
        try
        {
            result = await release.ReleaseAsync(Published, Window.Consultation, await names.ForReportAsync(Window, cancel), Paper, Seen, async () =>
            {
                isSigned = true;
                await audit.AddAsync(both.First, "responses released, first person", subject, CancellationToken.None);
                await audit.AddAsync(both.Second, "responses released, second person", subject, CancellationToken.None);
            }, cancel);
        }
        catch when (isSigned)
        {
            // The chain takes no line back: another one says what the two before it came to.
            await audit.AddAsync(both.First, "release of responses broken off", subject, CancellationToken.None);
            throw;
        }
        if (result is ResponseResult.Done) return Redirect(Here());
        ModelState.AddModelError("", say["Result." + result]);
        return await ShowAsync(cancel);
    }

    private string Here(Guid? point = null) => $"{Address}/responses" + (point is { } one ? "#r-" + Key(one) : "");

    private async Task<IActionResult> AnswerAsync(Guid point, ResponseResult result, CancellationToken cancel)
    {
        if (result is ResponseResult.Done) return Redirect(Here(point));
        if (result is ResponseResult.Unchanged) return new NothingDone(Here(point));
        if (result is ResponseResult.NotThere) return NotFound();
        var field = $"{nameof(Points)}[{Key(point)}]";
        ModelState.AddModelError($"{field}.{result switch
        {
            ResponseResult.NoSuchParagraph or ResponseResult.Overtaken => nameof(ResponseForm.Paragraph),
            ResponseResult.DispositionMissing => nameof(ResponseForm.Disposition),
            _ => nameof(ResponseForm.Reason),
        }}", say["Result." + result, KeyPointResponse.LongestReason]);
        if (result is ResponseResult.Meanwhile)
        {
            var theirs = Written.GetValueOrDefault(point);
            Theirs = (point, theirs);
            ModelState.Remove($"{field}.{nameof(ResponseForm.Seen)}");
            Points[Key(point)].Seen = theirs?.Seen;
        }
        return await ShowAsync(cancel);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return false;
        Published = (await reports.PublicAsync(number, cancel)).Report;
        if (Published is null) return true;
        Chapters = [.. Published.Sections.OrderBy(section => section.Order).SelectMany(section => section.Blocks.OrderBy(block => block.Order)
            .SelectMany(block => block.Statements.OrderBy(statement => statement.Order).OfType<KeyPoint>()).Select(point => (section, point)))];
        Paper = await changes.SinceAsync(Window.PaperVersionId, cancel);
        Written = await responses.OfReportAsync(number, cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Published is null) return Page();
        Released = await released.OfReportAsync(Published.Number, cancel);
        Findings = (await release.CheckAsync(Published, Window.Consultation, await names.ForReportAsync(Window, cancel), cancel)).ToLookup(finding => finding.StatementId);
        foreach (var (_, point) in Chapters) Points.TryAdd(Key(point.LineageId), ResponseForm.Of(Written.GetValueOrDefault(point.LineageId), Paper.Newest?.Number));
        ModelState.Remove(nameof(Seen));
        Seen = ResponseRelease.SeenOf(Chapters.Select(one => Written.GetValueOrDefault(one.Point.LineageId)).OfType<Response>());
        return Page();
    }
}

using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.DraftChecks;
using BTech.Web.Pages.Participate;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Consultations;

/// <summary>What the pages share on which the holder of a read-only code reads a draft and answers to it.</summary>
public abstract class DraftPage(ConsultationList consultations, DraftChecks checks, EntryForm form) : SessionlessPage(form)
{
    /// <summary>The checks.</summary>
    protected DraftChecks Checks => checks;

    /// <summary>The consultation.</summary>
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The draft.</summary>
    public HeldDraft Draft { get; private set; } = null!;

    /// <summary>The sentences of the draft; none while it cannot be read, because its editors may be changing them.</summary>
    public IReadOnlyList<NumberedSentence> Sentences { get; private set; } = [];

    /// <summary>The language of the report.</summary>
    public Language Written => Language.Find(Draft.Report.Language) ?? Language.English;

    /// <summary>The last day on which somebody can answer.</summary>
    public DateTimeOffset LastDay => new(Draft.Check.LastDay!.Value, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Address of the draft.</summary>
    public string Address => Url.Content($"~/consultations/{Consultation.Slug}/draft/{Draft.Check.Code}");

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    /// <summary>Ends whatever session this browser has here, and comes back.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (IsOurs(Form)) await LeaveAsync();
        return Redirect(Request.PathBase + Request.Path);
    }

    /// <summary>Opens the draft of a consultation by a code.</summary>
    /// <returns>Not where the code opens none.</returns>
    protected async Task<bool> OpenAsync(string slug, string code, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation || await checks.FindAsync(code, cancel) is not { } draft || draft.Report.ConsultationId != consultation.Id) return false;
        (Consultation, Draft, Sentences) = (consultation, draft, draft.IsOpen ? NumberedSentence.Of(draft.Report) : []);
        return true;
    }
}

using BTech.Agenda.Consultations;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Mail;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// The rehearsal of a consultation: what it is and how it begins, then its steps one after the other. Most of them are the pages on which the real
/// thing is done; only what real people would do, writing, is done from here.
/// </summary>
public sealed class RehearsalModel(
    ConsultationList consultations, RehearsalBook rehearsals, RehearsalStart start, RehearsalPlay play, InvitationLetters letters, Assignments assignments,
    AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Rehearsing> words)
    : ConsultationPage(consultations, assignments)
{
    /// <summary>Minutes until the window closes, as typed.</summary>
    [BindProperty]
    public string? Minutes { get; set; } = "60";

    [FromQuery(Name = "removed")]
    public bool IsRemoved { get; set; }

    /// <summary>The rehearsal; nothing when there is none.</summary>
    public Consultation? Rehearsal { get; private set; }

    /// <summary>The round that is played.</summary>
    public CommentWindow Round => Rehearsal!.Windows[0];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public WindowState State => Round.StateAt(Now);

    /// <summary>How many sample people are invited; none where the start was cut off.</summary>
    public int Invited { get; private set; }

    /// <summary>Whether a removal was cut off, so that nobody finds the rehearsal any more and it is not gone yet.</summary>
    public bool IsBeingRemoved { get; private set; }

    /// <summary>Whether the sample people have written just now.</summary>
    public bool WroteNow { get; private set; }

    /// <summary>Whether they have written before.</summary>
    public bool HaveWritten { get; private set; }

    /// <summary>Links of sample people, shown this once.</summary>
    public IReadOnlyList<(string Name, Language Language, Uri Link)> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (Consultation.IsRehearsal)
            return await rehearsals.OriginalAsync(Consultation, cancel) is { } original ? Redirect(Url.Content($"~/admin/consultations/{original}/rehearsal")) : NotFound();
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Consultation.IsRehearsal) return NotFound();
        if (!int.TryParse(Minutes?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minutes)
            || minutes is < RehearsalPlan.FewestMinutes or > RehearsalPlan.MostMinutes)
        {
            ModelState.AddModelError(nameof(Minutes), words["Minutes.Wrong", RehearsalPlan.FewestMinutes, RehearsalPlan.MostMinutes]);
            await ReadAsync(cancel);
            return Page();
        }
        var outcome = await start.StartAsync(Consultation.Id, new RehearsalPlan(InTheirLanguages(), InSix("Round"), Now, Now.AddMinutes(minutes)), cancel);
        if (outcome == RehearsalOutcome.Made) await audit.AddAsync(User.StaffId(), "rehearsal started", Slug, cancel);
        // Somebody else was quicker: then it is there, which is what was wanted.
        if (outcome is RehearsalOutcome.Made or RehearsalOutcome.AlreadyThere) return Redirect(Url.Content($"~/admin/consultations/{Slug}/rehearsal"));
        ModelState.AddModelError("", words[$"Outcome.{outcome}"]);
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || await rehearsals.FindAsync(Consultation.Id, cancel) is not { } mark) return NotFound();
        WroteNow = await play.WriteAsync(mark, cancel);
        if (!WroteNow) ModelState.AddModelError("", words["Write.NotOpen"]);
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostLinksAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || await rehearsals.FindAsync(Consultation.Id, cancel) is not { } mark) return NotFound();
        Links = [.. (await play.LinksAsync(mark, cancel)).Select(one => (one.Person.Name, Language.Find(one.Person.Language) ?? Language.English, letters.LinkOf(one.Code, one.Person.Language)))];
        if (Links.Count == 0) ModelState.AddModelError("", words["Write.NotOpen"]);
        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        if (await rehearsals.FindAsync(Consultation.Id, cancel) is { } mark)
        {
            Rehearsal = mark.Consultation;
            Invited = await start.CountAsync(mark, cancel);
            HaveWritten = await play.HaveWrittenAsync(mark, cancel);
        }
        else
        {
            IsBeingRemoved = await rehearsals.IsBeingRemovedAsync(Consultation.Id, cancel);
        }
    }

    // The title says so wherever it stands: in the team's files as well.
    private LocalizedText InTheirLanguages() => new(Consultation.Title.ByCode.Select(title =>
    {
        using (Speaking.In(Language.Find(title.Key) ?? Language.English)) return KeyValuePair.Create(title.Key, words["TitleOf", title.Value].Value);
    }));

    private LocalizedText InSix(string key) => new(Language.All.Select(language =>
    {
        using (Speaking.In(language)) return KeyValuePair.Create(language.Code, words[key].Value);
    }));
}

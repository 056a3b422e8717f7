using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages.Coach;
using BTech.People.Invitations;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;

namespace BTech.Web.Crossings;

/// <summary>
/// The door through which review learns which names to look for: after the seal, as an argument, an unsorted bag of the names of people and
/// organisations that were invited, with the other names of these. No id, no group and no order passes, nothing of it is kept, cached or logged, and
/// what comes out are places in the text that was asked about: the page never holds a name that the text does not. For a report likewise, with everybody who
/// may have spoken: what passes are finders, which give places and nothing else.
/// </summary>
public sealed class ProtectedNames(InvitedNames invited, ConsultationList consultations, SummaryReports reports, ScopingPapers papers, SelfIdentification rules)
{
    /// <summary>What in a text of a sealed window may show who wrote it. Nothing before the seal, and nothing of a text that is set aside.</summary>
    public async Task<IReadOnlyList<Suspicion>> SuspectAsync(CommentWindow window, ReadableInput input, IReadOnlyCollection<HarmlessPassage> harmless, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(input);
        if (!window.IsSealed || input.WindowId != window.Id || input.Text is not { } text) return [];
        var (people, organisations) = await invited.OfWindowAsync(window.Id, cancel);
        return Suspicion.In(text, rules, new NamesInText(people, organisations), harmless);
    }

    /// <summary>What a report on a round is compared with, for one check: finders of those who may have spoken in it or an earlier round, and the texts that everybody can read.</summary>
    public async Task<LintSources> ForReportAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        var consultation = window.Consultation;
        var earlier = (await consultations.FindAsync(consultation.Slug, cancel))?.Windows.Where(round => round.Number < window.Number).Select(round => round.Id) ?? [];
        Guid[] rounds = [.. earlier, window.Id];
        var (people, organisations, titles) = await invited.PossibleSpeakersAsync(rounds, await reports.NumbersAsync(rounds, cancel), cancel);
        var paper = window.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        IReadOnlyList<string> texts =
        [
            .. paper?.Paragraphs.SelectMany(paragraph => paragraph.Text.ByCode.Values) ?? [], .. paper?.Title.ByCode.Values ?? [],
            .. consultation.Purpose.ByCode.Values, .. consultation.Title.ByCode.Values, .. consultation.FocusAreas.SelectMany(area => area.Title.ByCode.Values.Concat(area.Questions.ByCode.Values)),
        ];
        return new LintSources(new NamesInText(people, []), new NamesInText([], organisations), titles, texts);
    }
}

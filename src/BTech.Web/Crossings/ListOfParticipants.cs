using BTech.Agenda.Consultations;
using BTech.Agenda.Retention;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.People.Listing;
using BTech.People.OnRecord;
using BTech.Record.Reports;
using BTech.Record.Words;
using BTech.Web.Settings;

namespace BTech.Web.Crossings;

/// <summary>
/// The door through which the list of participants reaches a report: lines of those who agreed, frozen in People for one
/// published version, of which the report keeps only the hash. Being listed does not depend on having written, and a line
/// never stands beside an input, so nothing can be joined. With them comes whether submissions on the record stand in an annex, which anybody
/// can see anyway.
/// </summary>
public sealed class ListOfParticipants(ParticipantsList listing, SubmissionBook submissions, ErasureBook erasures, SiteSettings site)
{
    /// <summary>Freezes the lines for a version that is being published.</summary>
    /// <returns>The hash that the report keeps, and whether anybody can read submissions on the record to the round.</returns>
    public async Task<AroundTheReport> FreezeAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var isAsked = !report.IsMeeting && (await erasures.OfWindowAsync(report.WindowId, cancel)).All(erasure => erasure.Kind != ErasureKind.People);
        var hash = isAsked ? await listing.FreezeAsync(report.Number, report.Version, report.WindowId, cancel) : await listing.FreezeAgainAsync(report.Number, report.Version, cancel);
        return new AroundTheReport(hash, await HasAnnexAsync(report, cancel));
    }

    /// <summary>Whether anybody can read submissions on the record to the report's round now.</summary>
    public Task<bool> HasAnnexAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return submissions.HasAnnexAsync([report.WindowId], cancel);
    }

    /// <summary>The report ready to be shown or written: with its frozen lines if it was published, for the team also once it is withdrawn, without any while it is a draft.</summary>
    public async Task<ReportDocument> DocumentAsync(SummaryReport report, Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(consultation);
        var language = Language.Find(report.Language) ?? Language.English;
        var isPublic = report.Status.WasPublic();
        var lines = isPublic ? await listing.LinesAsync(report.Number, report.Version, cancel) : [];
        var basis = !isPublic ? "Basis.Draft" : report.IsMeeting ? "Basis.Meeting" : null;
        return new ReportDocument(report, Groups(lines, consultation, language), new ReportFurniture(
            Phrases.In(language, "Furniture.Contents"), Phrases.In(language, "Furniture.Footnotes"), Phrases.In(language, "Furniture.Page"), Phrases.In(language, "Corrected"),
            basis is null ? null : Phrases.In(language, basis), report.HasAnnex ? Annex(consultation, language) : null, site.AddressOf(Language.English, ReportSchema.Path).AbsoluteUri));
    }

    private string Annex(Consultation consultation, Language language) =>
        Phrases.In(language, "Annex", site.AddressOf(language, $"consultations/{consultation.Slug}/submissions"));

    // In the consultation's own order; a label that it does not know comes last, under the label itself.
    private static List<ListedGroup> Groups(IReadOnlyList<ListedLine> lines, Consultation consultation, Language language)
    {
        var order = consultation.Groups.OrderBy(group => group.Order).Select(group => group.Label).ToList();
        return [.. lines.GroupBy(line => line.GroupLabel)
            .OrderBy(group => order.IndexOf(group.Key) is >= 0 and var place ? place : int.MaxValue)
            .Select(group => new ListedGroup(
                consultation.Groups.SingleOrDefault(known => known.Label == group.Key)?.Name.In(language).Text ?? group.Key,
                [.. group.Select(line => new ListedParticipant(line.Name, line.Organisation ?? Phrases.In(language, "Listing.PersonalCapacity"), line.Honorific, line.Role))]))];
    }
}

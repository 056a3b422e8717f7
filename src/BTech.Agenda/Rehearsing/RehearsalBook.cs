using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BTech.Agenda.Rehearsing;

/// <summary>
/// The rehearsals: made from a real consultation, one of each at a time, found, and deleted once nothing hangs on them any more. What a rehearsal is
/// stands in a column that is written when it is made and that this module's role may not change.
/// </summary>
public sealed class RehearsalBook
{
    private const string Ending = "-rehearsal";
    private const int LongestSlug = 60;

    private readonly AgendaContext _agenda;

    internal RehearsalBook(AgendaContext agenda) => _agenda = agenda;

    /// <summary>The rehearsal of a consultation; nothing when there is none, or it is being removed.</summary>
    public async Task<RehearsalMark?> FindAsync(Guid consultationId, CancellationToken cancel) =>
        await _agenda.Consultations.Whole().SingleOrDefaultAsync(found => found.RehearsalOf == consultationId && !found.IsBeingRemoved, cancel) is { } rehearsal ? new RehearsalMark(rehearsal) : null;

    /// <summary>Whether the removal of a consultation's rehearsal has begun and was cut off.</summary>
    public Task<bool> IsBeingRemovedAsync(Guid consultationId, CancellationToken cancel) =>
        _agenda.Consultations.AnyAsync(found => found.RehearsalOf == consultationId && found.IsBeingRemoved, cancel);

    /// <summary>Whether a round belongs to a rehearsal, also to one that is being removed.</summary>
    public Task<bool> HoldsAsync(Guid windowId, CancellationToken cancel) =>
        _agenda.Windows.AnyAsync(window => window.Id == windowId && window.Consultation.RehearsalOf != null, cancel);

    /// <summary>The name in addresses of the consultation that a rehearsal rehearses.</summary>
    public Task<string?> OriginalAsync(Consultation rehearsal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        return _agenda.Consultations.Where(found => found.Id == rehearsal.RehearsalOf).Select(found => found.Slug).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Makes a rehearsal: texts, focus areas, groups, the newest paper and the thresholds of the newest round are copied, people and texts are not.</summary>
    public async Task<RehearsalOutcome> MakeAsync(Guid consultationId, RehearsalPlan plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (await _agenda.Consultations.Whole().SingleOrDefaultAsync(found => found.Id == consultationId && found.RehearsalOf == null, cancel) is not { } original) return RehearsalOutcome.NotReal;
        if (original.Groups.Count == 0) return RehearsalOutcome.NoGroups;
        var paper = await _agenda.Papers.AsNoTracking().Include(found => found.Paragraphs).Where(found => found.ConsultationId == consultationId)
            .OrderByDescending(found => found.Number).FirstOrDefaultAsync(cancel);
        if (paper is null) return RehearsalOutcome.NoPaper;
        var rehearsal = Copy(original, plan, await FreeSlugAsync(original.Slug, cancel));
        var version = Copy(paper, rehearsal.Id);
        _agenda.Consultations.Add(rehearsal);
        _agenda.Papers.Add(version);
        _agenda.RuleTexts.AddRange(from text in await _agenda.RuleTexts.AsNoTracking().Where(text => text.ConsultationId == consultationId).ToListAsync(cancel)
            select new RuleText { Id = Guid.NewGuid(), ConsultationId = rehearsal.Id, Version = text.Version, Text = text.Text, MadeAt = text.MadeAt });
        _agenda.OwnReasons.AddRange(from reason in await _agenda.OwnReasons.AsNoTracking().Where(reason => reason.ConsultationId == consultationId).ToListAsync(cancel)
            select new OwnReason { Id = Guid.NewGuid(), ConsultationId = rehearsal.Id, Number = reason.Number, FromRound = 1, Text = reason.Text });
        _agenda.Windows.Add(Round(original.Windows.FindLast(window => window.Kind == RoundKind.Written), rehearsal.Id, version.Id, plan));
        try
        {
            await _agenda.SaveChangesAsync(cancel);
            return RehearsalOutcome.Made;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return RehearsalOutcome.AlreadyThere;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Begins the removal of a consultation's rehearsal, or takes up one that was cut off: from now on no page and no job finds it or its rounds.
    /// </summary>
    /// <returns>What the modules' removals ask for; nothing when the consultation has no rehearsal.</returns>
    public async Task<RemovableRehearsal?> BeginRemovalAsync(Guid consultationId, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        await _agenda.Consultations.Where(found => found.RehearsalOf == consultationId).ExecuteUpdateAsync(row => row.SetProperty(found => found.IsBeingRemoved, true), cancel);
        var begun = await _agenda.Consultations.Where(found => found.RehearsalOf == consultationId).Select(found => new { found.Id, found.Slug }).SingleOrDefaultAsync(cancel);
        if (begun is null) return null;
        var windows = await _agenda.Windows.Where(window => window.ConsultationId == begun.Id).Select(window => window.Id).ToListAsync(cancel);
        var papers = await _agenda.Papers.Where(paper => paper.ConsultationId == begun.Id).Select(paper => paper.Id).ToListAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new RemovableRehearsal(begun.Id, begun.Slug, windows, papers);
    }

    /// <summary>Deletes the rehearsal itself, last of all, so that whatever was cut off before can be taken up again.</summary>
    public async Task<RehearsalDeletion> DeleteAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        await _agenda.Database.ExecuteSqlAsync($"SELECT FROM agenda.consultation WHERE id = {rehearsal.ConsultationId} FOR UPDATE", cancel);
        var windows = await _agenda.Windows.Where(window => window.ConsultationId == rehearsal.ConsultationId).Select(window => window.Id).ToListAsync(cancel);
        if (windows.Except(rehearsal.Windows).Any()) return RehearsalDeletion.RoundAdded;
        var isDone = await _agenda.DeleteConsultationAsync(rehearsal.ConsultationId, windows, cancel);
        await transaction.CommitAsync(cancel);
        return isDone ? RehearsalDeletion.Done : RehearsalDeletion.Gone;
    }

    private async Task<string> FreeSlugAsync(string slug, CancellationToken cancel)
    {
        var taken = (await _agenda.Consultations.Select(found => found.Slug).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? Ending : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Ending}-{number}");
            var free = slug[..Math.Min(slug.Length, LongestSlug - ending.Length)].TrimEnd('-') + ending;
            if (!taken.Contains(free)) return free;
        }
    }

    private static Consultation Copy(Consultation original, RehearsalPlan plan, string slug)
    {
        var copy = new Consultation
        {
            Id = Guid.NewGuid(), Slug = slug, RehearsalOf = original.Id, Title = plan.Title, Purpose = original.Purpose, Host = original.Host, HostLabel = original.HostLabel,
            Contact = original.Contact, UrgentContact = original.UrgentContact, RuleVersion = original.RuleVersion,
        };
        copy.FocusAreas.AddRange(original.FocusAreas.Select(area => new FocusArea
        {
            Id = Guid.NewGuid(), ConsultationId = copy.Id, Number = area.Number, Title = area.Title, ShortTitle = area.ShortTitle, Questions = area.Questions,
            Audience = area.Audience, Deliverable = area.Deliverable, IsCrossCutting = area.IsCrossCutting,
        }));
        copy.Groups.AddRange(original.Groups.Select(group => new ParticipantGroup
        {
            Id = Guid.NewGuid(), ConsultationId = copy.Id, Label = group.Label, Order = group.Order, Name = group.Name, Adjective = group.Adjective,
            Family = group.Family, FamilyName = group.FamilyName, FamilyAdjective = group.FamilyAdjective,
        }));
        return copy;
    }

    private static PaperVersion Copy(PaperVersion paper, Guid consultationId)
    {
        var copy = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultationId, Number = 1, Title = paper.Title };
        copy.Paragraphs.AddRange(paper.Paragraphs.Select(paragraph => new Paragraph
        {
            Id = Guid.NewGuid(), PaperVersionId = copy.Id, Order = paragraph.Order, Number = paragraph.Number, FocusAreaNumber = paragraph.FocusAreaNumber, Text = paragraph.Text,
        }));
        return copy;
    }

    // Nobody waits until somebody far away has sent, and nobody changes their mind: what is played in an afternoon has no holding time.
    private static CommentWindow Round(CommentWindow? like, Guid consultationId, Guid paperId, RehearsalPlan plan) => new()
    {
        Id = Guid.NewGuid(), ConsultationId = consultationId, Number = 1, Kind = RoundKind.Written, Title = like?.Title ?? plan.RoundTitle, PaperVersionId = paperId,
        OpensAt = plan.Opens, ClosesAt = plan.Closes, Zone = like?.Zone ?? "Europe/Zurich", LateSendingMinutes = 0, HoldingHours = 0,
        BoxBytes = like?.BoxBytes ?? CommentWindow.UsualBoxBytes, SmallestGroup = like?.SmallestGroup ?? CommentWindow.UsualSmallestGroup,
    };
}

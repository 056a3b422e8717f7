using BTech.Agenda.Consultations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Storage;

/// <summary>Consultations with what belongs to them.</summary>
internal static class WholeConsultations
{
    /// <summary>For reading: with rounds, focus areas and groups in order.</summary>
    public static IQueryable<Consultation> Whole(this IQueryable<Consultation> consultations) => consultations.AsNoTracking().AsSplitQuery()
        .Include(consultation => consultation.Windows.OrderBy(window => window.Number))
        .Include(consultation => consultation.FocusAreas.OrderBy(area => area.Number))
        .Include(consultation => consultation.Groups.OrderBy(group => group.Order));
}

using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>Holds a consultation still for a change that must not meet an opening.</summary>
internal static class ConsultationHold
{
    /// <summary>
    /// In the caller's transaction: the consultation's row first, so that no round is added meanwhile; then its rounds, so that none is opened before
    /// the caller has committed.
    /// </summary>
    /// <returns>The rounds as they stay until then.</returns>
    public static async Task<List<CommentWindow>> TakeAsync(AgendaContext agenda, Guid consultationId, CancellationToken cancel)
    {
        await agenda.Database.ExecuteSqlAsync($"SELECT FROM agenda.consultation WHERE id = {consultationId} FOR UPDATE", cancel);
        await agenda.Database.ExecuteSqlAsync($"SELECT FROM agenda.comment_window WHERE consultation_id = {consultationId} FOR UPDATE", cancel);
        return await agenda.Windows.AsNoTracking().Where(window => window.ConsultationId == consultationId).ToListAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Storage;

/// <summary>Deletes a consultation with whatever hangs on it, in the order in which references allow it, inside the caller's transaction.</summary>
internal static class ConsultationDeletion
{
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> DeleteConsultationAsync(this AgendaContext agenda, Guid id, IReadOnlyCollection<Guid> windows, CancellationToken cancel)
    {
        await agenda.Reminders.Where(reminder => windows.Contains(reminder.WindowId)).ExecuteDeleteAsync(cancel);
        await agenda.Announcements.Where(notice => windows.Contains(notice.WindowId)).ExecuteDeleteAsync(cancel);
        // Those that take late comments before those whose late comments they take; what was erased of them goes with them.
        await agenda.Windows.Where(window => window.ConsultationId == id && window.SupplementsId != null).ExecuteDeleteAsync(cancel);
        await agenda.Windows.Where(window => window.ConsultationId == id).ExecuteDeleteAsync(cancel);
        var versions = agenda.Papers.Where(paper => paper.ConsultationId == id).Select(paper => paper.Id);
        await agenda.ParagraphChanges.Where(change => versions.Contains(change.PaperVersionId)).ExecuteDeleteAsync(cancel);
        await agenda.Papers.Where(paper => paper.ConsultationId == id).ExecuteDeleteAsync(cancel);
        // Focus areas and groups go with it.
        return await agenda.Consultations.Where(consultation => consultation.Id == id).ExecuteDeleteAsync(cancel) > 0;
    }
}

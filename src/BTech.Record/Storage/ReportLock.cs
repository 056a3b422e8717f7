using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One change to a report at a time, with all its versions: whether one of them is public depends on the others.</summary>
internal static class ReportLock
{
    /// <summary>
    /// Takes a step on a report in a transaction of its own, with the rows of all its versions locked until the end. What the step changed is saved and
    /// committed when it was done, else nothing of it stays; either way the context forgets what it read.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="reportId">Any version of the report; of one that is not there nothing is locked.</param>
    /// <param name="step">Looks at what is there under the lock, and changes it.</param>
    /// <param name="isDone">Whether this outcome is one to keep.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    /// <param name="last">What another module is to note once nothing is left but to commit, because no transaction spans modules: where it fails nothing has changed, and after it nobody gives up.</param>
    public static async Task<TOutcome> UnderReportLockAsync<TOutcome>(this RecordContext record, Guid reportId, Func<Task<TOutcome>> step, Func<TOutcome, bool> isDone, CancellationToken cancel, Func<Task>? last = null)
    {
        await using var transaction = await record.Database.BeginTransactionAsync(cancel);
        try
        {
            await record.Database.ExecuteSqlAsync($"SELECT 1 FROM record.summary_report WHERE number = (SELECT number FROM record.summary_report WHERE id = {reportId}) ORDER BY version FOR UPDATE", cancel);
            var outcome = await step();
            if (!isDone(outcome)) return outcome;
            await record.SaveChangesAsync(cancel);
            if (last is not null) await last();
            // Whoever gives up here would leave with something done and no line of it in the audit.
            await transaction.CommitAsync(CancellationToken.None);
            return outcome;
        }
        finally
        {
            record.ChangeTracker.Clear();
        }
    }
}

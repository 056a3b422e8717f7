using System.Globalization;
using BTech.Record.Sealing;

namespace BTech.Web.Crossings;

/// <summary>
/// Old copies are made and kept by the operator's own tools, so a program of the operator's removes them: called as <c>PROGRAM remove INSTANT</c>,
/// the instant as ISO 8601 in UTC, and to end with 0 only when no backup, archived log segment and log file begun before it is left.
/// The seal of a rehearsal asks for nothing: no real backup is to go for people who are made up.
/// </summary>
internal sealed class OldCopies(string? program, TimeProvider time, Func<Guid, CancellationToken, Task<bool>> isRehearsal) : IOldCopies
{
    /// <summary>Deleting backups of weeks from slow storage takes its time; longer than this somebody should look.</summary>
    private static TimeSpan Patience => TimeSpan.FromMinutes(10);

    /// <summary>Why a program cannot be used; nothing when it answers its check.</summary>
    public static string? Fault(string program) => new OperatorProgram(program, TimeSpan.FromSeconds(20)).Fault();

    public async Task<CheckOutcome> RemoveAsync(Guid windowId, CancellationToken cancel) =>
        program is null || await isRehearsal(windowId, cancel) ? CheckOutcome.NotPermittedHere : await Task.Run(() => Remove(program), cancel);

    private CheckOutcome Remove(string path)
    {
        try
        {
            var until = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            return new OperatorProgram(path, Patience).Run(["remove", until], null).Code == 0 ? CheckOutcome.Done : CheckOutcome.Failed;
        }
        catch (OperatorProgramException)
        {
            return CheckOutcome.Failed;
        }
    }
}

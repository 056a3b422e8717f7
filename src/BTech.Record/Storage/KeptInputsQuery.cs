using BTech.Record.Inputs;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The one way to the inputs that count: whoever lists, counts, changes or exports them starts here.</summary>
internal static class KeptInputsQuery
{
    /// <summary>The inputs of a window that were not set aside.</summary>
    public static IQueryable<SealedInput> KeptInputs(this RecordContext record, Guid windowId) => record.Kept(record.Inputs.Where(input => input.WindowId == windowId));

    /// <summary>One input, unless it was set aside.</summary>
    public static IQueryable<SealedInput> KeptInput(this RecordContext record, Guid inputId) => record.Kept(record.Inputs.Where(input => input.Id == inputId));

    private static IQueryable<SealedInput> Kept(this RecordContext record, IQueryable<SealedInput> inputs) =>
        inputs.Where(input => !record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside));
}

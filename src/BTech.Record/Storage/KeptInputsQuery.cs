using BTech.Record.Inputs;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The one way to the inputs that count: whoever lists, counts or exports starts here.</summary>
internal static class KeptInputsQuery
{
    /// <summary>The inputs of a window that were not set aside.</summary>
    public static IQueryable<SealedInput> KeptInputs(this RecordContext record, Guid windowId) =>
        record.Inputs.Where(input => input.WindowId == windowId
            && !record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside));
}

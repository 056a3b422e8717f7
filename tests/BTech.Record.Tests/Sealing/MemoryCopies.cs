using BTech.Record.Sealing;

namespace BTech.Record.Tests.Sealing;

/// <summary>Old copies that are removed, or not, as a test says.</summary>
public sealed class MemoryCopies : IOldCopies
{
    /// <summary>What removing comes to.</summary>
    public CheckOutcome Outcome { get; set; } = CheckOutcome.Done;

    public Task<CheckOutcome> RemoveAsync(Guid windowId, CancellationToken cancel) => Task.FromResult(Outcome);
}

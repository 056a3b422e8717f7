namespace BTech.Documents.Imports;

/// <summary>What was read, or the first thing for which it cannot be taken.</summary>
/// <param name="Draft">What was read; nothing with a fault.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Row">The row at fault, counted from 1 with the headings; 0 when it is the whole file.</param>
public sealed record ImportReading(ImportDraft? Draft, ImportFault? Fault = null, int Row = 0)
{
    internal static ImportReading Refused(ImportFault fault, int row = 0) => new(null, fault, row);
}

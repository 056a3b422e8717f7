using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>
/// The codings that one member of the team may see. Whoever shows codings, or anything that follows from them on a single input, to somebody starts
/// here: an input that the reader still has to code blind has for that reader no codings but those that the reader gave to it blind.
/// </summary>
internal static class ReadersExcerptsQuery
{
    /// <summary>The codings. Opens the gate of those that do not count for the whole query in which it stands, as EF Core does; such a query asks for codings in no other way.</summary>
    public static IQueryable<CodedExcerpt> ExcerptsFor(this RecordContext record, StaffId reader) =>
        record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).Where(excerpt =>
            record.SampledInputs.Any(sampled => sampled.InputId == excerpt.InputId && !sampled.IsDone && record.SecondReadings.Any(reading => reading.Id == sampled.ReadingId && reading.CodedBy == reader))
                ? excerpt.ComparedAs == ComparedAs.Second
                : excerpt.Counts);

    /// <summary>The memos on whole inputs that somebody may see: of an input still to be coded blind only that reader's own.</summary>
    public static IQueryable<InputMemo> InputMemosFor(this RecordContext record, StaffId reader) =>
        record.InputMemos.Where(memo => memo.WrittenBy == reader || !record.BlindInputs(reader).Any(input => input.Id == memo.InputId));

    /// <summary>The inputs that somebody still has to code blind.</summary>
    public static IQueryable<SealedInput> BlindInputs(this RecordContext record, StaffId reader) =>
        record.Inputs.Where(input => record.SampledInputs.Any(sampled => sampled.InputId == input.Id && !sampled.IsDone && record.SecondReadings.Any(reading => reading.Id == sampled.ReadingId && reading.CodedBy == reader)));

    /// <summary>Whether somebody still has to code an input blind.</summary>
    public static Task<bool> IsBlindAsync(this RecordContext record, Guid inputId, StaffId reader, CancellationToken cancel) =>
        record.BlindInputs(reader).AnyAsync(input => input.Id == inputId, cancel);
}

using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>
/// What one member of the team may see of what others made of single inputs: codings, memos, notes on flags. Whoever shows one of these, or anything that
/// follows from it on a single input, to somebody starts here: of an input that the reader still has to code blind there is for that reader nothing but what
/// the reader gave to it.
/// </summary>
internal static class ReadersViewQuery
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

    /// <summary>The flags whose notes somebody may read, likewise. That an input is flagged is no secret.</summary>
    public static IQueryable<Flag> FlagsFor(this RecordContext record, StaffId reader) =>
        record.Flags.Where(flag => flag.FlaggedBy == reader || !record.BlindInputs(reader).Any(input => input.Id == flag.InputId));

    /// <summary>The inputs that somebody still has to code blind.</summary>
    public static IQueryable<SealedInput> BlindInputs(this RecordContext record, StaffId reader) =>
        record.Inputs.Where(input => record.SampledInputs.Any(sampled => sampled.InputId == input.Id && !sampled.IsDone && record.SecondReadings.Any(reading => reading.Id == sampled.ReadingId && reading.CodedBy == reader)));

    /// <summary>Whether somebody still has to code an input blind.</summary>
    public static Task<bool> IsBlindAsync(this RecordContext record, Guid inputId, StaffId reader, CancellationToken cancel) =>
        record.BlindInputs(reader).AnyAsync(input => input.Id == inputId, cancel);
}

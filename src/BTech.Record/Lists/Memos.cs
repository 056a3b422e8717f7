using BTech.Agenda;
using BTech.Record.Coding;

namespace BTech.Record.Lists;

/// <summary>The memos that the team wrote with its codings, in one place.</summary>
public sealed class Memos
{
    private readonly ExcerptCoding _coding;

    internal Memos(ExcerptCoding coding) => _coding = coding;

    /// <summary>The codings of a window that carry a memo with these words; all that carry one when there are none. Inputs that are not kept have none.</summary>
    public async Task<IReadOnlyList<ReadableExcerpt>> FindAsync(StaffId reader, Guid windowId, string? words, CancellationToken cancel) =>
        [.. (await _coding.OfWindowAsync(reader, windowId, null, null, cancel)).Where(coding => !string.IsNullOrWhiteSpace(coding.Memo)
            && (string.IsNullOrWhiteSpace(words) || coding.Memo.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase)))];
}

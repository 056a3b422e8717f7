using BTech.Record.Lists;

namespace BTech.Web.Pages.Moderate;

/// <summary>What the list of memos on an input's page needs.</summary>
/// <param name="InputId">The input.</param>
/// <param name="Query">The filters that go along in the address.</param>
/// <param name="Memos">Its memos.</param>
public sealed record MemosOfInput(Guid InputId, string Query, IReadOnlyList<InputMemo> Memos);

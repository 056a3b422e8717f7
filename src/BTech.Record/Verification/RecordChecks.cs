using Npgsql;

namespace BTech.Record.Verification;

/// <summary>
/// What can be checked on the Record side of any installation, at any time, without opening a box. It never says how many have written,
/// and answers the same whether or not anybody has.
/// </summary>
public sealed class RecordChecks
{
    private readonly NpgsqlDataSource _record;
    private readonly IReadOnlyCollection<string> _tables;
    private readonly RecordFaults _faults;

    /// <param name="record">The module's own connection.</param>
    /// <param name="tables">Every table that the module made.</param>
    internal RecordChecks(NpgsqlDataSource record, IReadOnlyCollection<string> tables) => (_record, _tables, _faults) = (record, tables, new RecordFaults(record));

    /// <summary>Every check of this side, over one window or all of them.</summary>
    public async Task<IReadOnlyList<Verified>> RunAsync(Guid? windowId, CancellationToken cancel) =>
    [
        Verified.RedIf("columns", [3],
            [.. await _faults.UnlistedColumnsAsync(cancel), .. await _faults.StrangeTablesAsync(_tables, cancel), .. await _faults.ShapelessColumnsAsync(cancel)]),
        Verified.RedIf("order", [4, 6], [.. await _faults.OrderedIdsAsync(windowId, cancel), .. await _faults.SeveralTransactionsAsync(windowId, cancel)]),
        Verified.RedIf("boxes", [8, 9, 26], [.. await _faults.UnlikeBoxesAsync(windowId, cancel), .. await _faults.LeftBoxesAsync(windowId, cancel)]),
        Verified.RedIf("groups", [22], await _faults.SmallLabelsAsync(windowId, cancel)),
        Verified.RedIf("root", [25], await _faults.BrokenRootsAsync(windowId, cancel)),
    ];

    /// <summary>
    /// The beginnings of sealed texts, in random order, at most so many: for looking whether they lie anywhere else. Not for showing. What came by other
    /// channels was never sealed, and may well begin like a letter of ours.
    /// </summary>
    /// <param name="windowId">One window, or all.</param>
    /// <param name="most">How many.</param>
    /// <param name="characters">How long each is; shorter texts, which may well be written elsewhere by chance, are left out.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<string>> BeginningsAsync(Guid? windowId, int most, int characters, CancellationToken cancel) => FirstColumn.ReadAsync(_record, """
        SELECT left(text, $3) FROM record.sealed_input i JOIN record.window_state s USING (window_id)
        WHERE s.state = 'sealed' AND i.import_id IS NULL AND length(text) >= $3 AND ($1 IS NULL OR i.window_id = $1) ORDER BY random() LIMIT $2
        """, [RecordFaults.Window(windowId), new() { Value = most }, new() { Value = characters }], cancel);
}

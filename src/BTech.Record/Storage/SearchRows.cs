namespace BTech.Record.Storage;

/// <summary>
/// What an input is found by: its readable words, folded, and their pieces for the index. Editorial and derived: made after the seal in the order of the
/// random ids, made anew with every mask, dropped whole by retention. Masked passages are not in it, so that no mask can be searched through.
/// </summary>
internal sealed class SearchTextRow
{
    public required Guid InputId { get; init; }

    public required string Words { get; set; }

    public required int[] Pieces { get; set; }
}

/// <summary>That every input of a window can be found. No row: some may be missing, and are made before anything is looked for.</summary>
internal sealed class SearchReadyRow
{
    public required Guid WindowId { get; init; }
}

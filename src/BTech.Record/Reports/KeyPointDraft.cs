using BTech.Record.Coding;
using BTech.Record.Disclosure.Lifting;

namespace BTech.Record.Reports;

/// <summary>A key point as its editor hands it in.</summary>
public sealed record KeyPointDraft
{
    /// <summary>Inline text with one key phrase.</summary>
    public required string? Text { get; init; }

    /// <summary>For, against or nuance.</summary>
    public Stance Stance { get; init; }

    /// <summary>Rung of the wording scale.</summary>
    public string? Attribution { get; init; }

    /// <summary>Where the rung claims more than the numbers: why the second person should let it stand.</summary>
    public LiftRequest? Stronger { get; init; }

    /// <summary>For a meeting: the numbered note it rests on.</summary>
    public int? NoteNumber { get; init; }

    /// <summary>Whether somebody looked for views against it.</summary>
    public CounterView CounterView { get; init; }

    /// <summary>Why a view against it is not told of; up to <see cref="StatementRules.LongestReason"/> characters.</summary>
    public string? ContraryReason { get; init; }

    /// <summary>The excerpts it rests on, with what each does for it.</summary>
    public IReadOnlyDictionary<Guid, EvidenceWeight> Evidence { get; init; } = new Dictionary<Guid, EvidenceWeight>();
}

using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>
/// A line of the claims ledger: what one published version told of how many stand behind one key point. A phrase and its band, as every reader
/// has them; never a number, never who.
/// </summary>
internal sealed class Claim
{
    private const char Between = ' ';

    /// <summary>The version that told it.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The key point, as it is known through the versions.</summary>
    public required Guid LineageId { get; init; }

    /// <summary>The phrases of the wording scale by which it was told, as keys of rungs in alphabetical order, divided by spaces; a group's word in the sentence too, with the word on how many that stands beside it (<see cref="AttributionLadder.Within"/>).</summary>
    public required string Rungs { get; init; }

    /// <summary>The band in which the strongest of them places the number at the least.</summary>
    public required string Band { get; init; }

    /// <summary>Keys of rungs in the form of <see cref="Rungs"/>.</summary>
    public static string Joined(IEnumerable<string> keys) => string.Join(Between, keys.Order(StringComparer.Ordinal));

    /// <summary>The keys in <see cref="Rungs"/>.</summary>
    public IReadOnlySet<string> Keys() => Rungs.Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}

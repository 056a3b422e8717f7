using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BTech.Record.SecondCoding;

/// <summary>
/// Draws a sample stratified by focus area: of each area its share, rounded up, so that every area in which anything is coded is there with one input at
/// least. Within an area each input is as likely as any other.
/// </summary>
public static class SampleDraw
{
    /// <summary>Draws.</summary>
    /// <param name="inputs">The inputs to draw from, each with its focus area; overall comments are an area of their own.</param>
    /// <param name="share">How much of each area.</param>
    public static IReadOnlyList<Guid> Of(IEnumerable<(Guid Id, int? Area)> inputs, SampleShare share)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var drawn = new List<Guid>();
        foreach (var area in inputs.GroupBy(input => input.Area))
        {
            var ids = area.Select(input => input.Id).ToList();
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(ids));
            drawn.AddRange(ids.Take(((ids.Count * (int)share) + 99) / 100));
        }
        // Written in an order that tells nothing, not even of areas.
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(drawn));
        return drawn;
    }
}

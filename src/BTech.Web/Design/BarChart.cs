namespace BTech.Web.Design;

/// <summary>A chart of horizontal bars, each of one or more parts, with the same numbers as a table under it.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Finding">What can be seen in it, in one sentence.</param>
/// <param name="Of">Heading of the column of names: "Theme".</param>
/// <param name="Parts">Names of the parts of a bar, one to four.</param>
/// <param name="Bars">The bars from the top.</param>
public sealed record BarChart(string Title, string Finding, string Of, IReadOnlyList<string> Parts, IReadOnlyList<BarChart.Bar> Bars)
{
    /// <summary>Most parts that can be told apart by colour and pattern.</summary>
    public const int MostParts = 4;

    /// <summary>One bar.</summary>
    /// <param name="Name">What it stands for; may be in any language.</param>
    /// <param name="Values">A length for each part; not negative.</param>
    /// <param name="Words">What is written for each part.</param>
    public sealed record Bar(string Name, IReadOnlyList<int> Values, IReadOnlyList<string> Words);
}

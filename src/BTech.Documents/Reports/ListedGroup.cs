namespace BTech.Documents.Reports;

/// <summary>One group of the list of participants.</summary>
/// <param name="Name">The group's name in the report's language ("Companies").</param>
/// <param name="Participants">Its lines, in the order in which they were frozen.</param>
public sealed record ListedGroup(string Name, IReadOnlyList<ListedParticipant> Participants)
{
    /// <summary>The name with the number of lines, so that the list's sums can be checked.</summary>
    public string Heading => $"{PlainWords.Of(Name)} ({Participants.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
}

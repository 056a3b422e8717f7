namespace BTech.Record.Disclosure;

/// <summary>
/// What readers are told of how many stand behind one statement: bands, written down as its version is published. Made by <see cref="EvidenceBands"/> and
/// read back from there; never an exact number, and never how many say otherwise (design: anonymity, 4.3b).
/// </summary>
public sealed record ToldBands
{
    private const string Several = "several";

    private const string Others = "others";

    private const char Between = ' ';

    internal ToldBands(PublicCount participants, bool areOfSeveralGroups, bool haveOtherViews) =>
        (Participants, AreOfSeveralGroups, HaveOtherViews) = (participants, areOfSeveralGroups, haveOtherViews);

    /// <summary>Nothing is told: of nobody, of one, and of whatever no phrase of the scale gives a number to. They look the same, so that none of them shows.</summary>
    internal static ToldBands Nothing { get; } = new(DisclosureControl.ForPublic(0), false, false);

    /// <summary>The band in which the statement's phrase puts them at the least.</summary>
    public PublicCount Participants { get; }

    /// <summary>Whether several groups are among them. If not, they are of one group, or too few to say so.</summary>
    public bool AreOfSeveralGroups { get; }

    /// <summary>Whether other views are recorded beside the statement. If not, there are none, or too few to say so.</summary>
    public bool HaveOtherViews { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ToldBands Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var words = written.Split(Between);
        return new ToldBands(DisclosureControl.AsTold(words[0]), words.Contains(Several), words.Contains(Others));
    }

    /// <summary>The form in which it is kept: the band's name, and a word for each of the others that is told.</summary>
    public override string ToString() =>
        string.Join(Between, new[] { Participants.ToString(), AreOfSeveralGroups ? Several : null, HaveOtherViews ? Others : null }.OfType<string>());
}

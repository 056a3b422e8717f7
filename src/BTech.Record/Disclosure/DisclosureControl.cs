using BTech.Record.Sealing;

namespace BTech.Record.Disclosure;

/// <summary>
/// Disclosure control: the one place that decides whether a count, a share, a group's word or a language may be told, and as what. It
/// answers two audiences with two types: the project team of a sealed window with a <see cref="TeamCount"/>, everybody else with a
/// <see cref="PublicCount"/>. Nothing else makes either, so a number that was not asked about here has no way onto a page.
/// </summary>
public static class DisclosureControl
{
    /// <summary>Below this many who addressed a subject nothing is said in shares of them.</summary>
    public const int FewestForShares = 20;

    /// <summary>Least number of contributors who may share a label or a language; a window may ask for more, never for fewer.</summary>
    public const int SmallestGroup = 5;

    /// <summary>Of fewer contributors than this no part is named: neither group nor language.</summary>
    public const int FewestForNames = 10;

    /// <summary>From so many organisations people must have been invited under a label, or have written in a language.</summary>
    public const int FewestOrganisations = 3;

    /// <summary>A number as the project team may know it, which reads all texts anyway: exactly.</summary>
    internal static TeamCount ForTeam(int number) => new(number);

    /// <summary>A number of contributors or inputs as everybody may know it: its band, and nothing of none or one.</summary>
    internal static PublicCount ForPublic(int number) => new(number switch
    {
        >= 10 => Band.TenOrMore,
        >= 5 => Band.FiveToNine,
        >= 2 => Band.AFew,
        _ => Band.None,
    });

    /// <summary>
    /// How many commented on one paragraph of the paper: the band of the voices, and nothing where they are fewer than could carry a name: at least k, and more
    /// than the two largest delegations could account for. A paragraph is a narrower subject than any point of a report, and there is one such number for
    /// each, all beside each other.
    /// </summary>
    /// <param name="voices">How many commented on it (<see cref="Voices"/>).</param>
    /// <param name="k">The smallest number that may share a label.</param>
    /// <param name="delegations">The two largest delegations of the whole window.</param>
    internal static PublicCount ForParagraph(int voices, int k, (int Largest, int Second) delegations) =>
        ForPublic(voices < FewestOnAParagraph(Math.Max(AtLeast(k), FewestBehindAWord(delegations.Largest, delegations.Second))) ? 0 : voices);

    // "Five to nine" has to leave three numbers open: from eight on it would leave two, from nine on it would be one.
    private static int FewestOnAParagraph(int fewest) => fewest > 7 ? Math.Max(fewest, 10) : fewest;

    /// <summary>
    /// The number of people who made an offer, as a report may tell it: its band. Offers carry names and stand beside no comment, but next to the
    /// bands of contributors an exact number of them would be the only exact one.
    /// </summary>
    public static PublicCount ForOffers(int people) => ForPublic(people);

    /// <summary>
    /// The number of a second person's decisions of one kind, as a report may tell it: its band, of which the lowest reaches down to one. Exactly one
    /// would point at a sentence, and by it at whoever is behind that.
    /// </summary>
    internal static PublicCount ForDecisions(int decisions) => ForPublic(Math.Max(decisions, 2));

    /// <summary>
    /// A band as it was told once, read back. What was told of a whole window is told again and never counted anew: two bands of one number
    /// at two times would give away who withdrew between them.
    /// </summary>
    internal static PublicCount AsTold(string band) => new(Enum.Parse<Band>(band));

    /// <summary>Whether a group or family may ever give contributors its name, as far as that follows from who was invited.</summary>
    /// <remarks>
    /// From enough organisations; and so many more than the fewest who may carry the name that each two organisations may then have kept silent.
    /// </remarks>
    internal static bool CouldBeNamed(int invited, Reach reach, int k) =>
        reach.Organisations >= FewestOrganisations && invited >= FewestToName(reach, k) + reach.LargestDelegation + reach.SecondDelegation;

    /// <summary>Whether a group or family may give so many contributors its name: enough of them, and more than the two largest delegations could account for.</summary>
    internal static bool MayBeNamed(int contributors, int invited, Reach reach, int k) => CouldBeNamed(invited, reach, k) && contributors >= FewestToName(reach, k);

    /// <summary>max(k, m1 + 3, m1 + m2 + 1): the fewest contributors who may carry a label.</summary>
    internal static int FewestToName(Reach reach, int k) => Math.Max(AtLeast(k), FewestBehindAWord(reach.LargestDelegation, reach.SecondDelegation));

    /// <summary>Whether so many may be left without a name beside named ones.</summary>
    internal static bool MayStayUnnamed(int contributors, int k) => contributors >= AtLeast(k);

    /// <summary>
    /// Whether any part of so many contributors may be named at all. Of fewer than ten, one part of at least k would be nearly all of them, and
    /// the others few or none.
    /// </summary>
    internal static bool HasRoomForNames(int contributors) => contributors >= FewestForNames;

    /// <summary>Whether a published group's word may stand beside a statement that so many of its contributors made.</summary>
    internal static bool MaySpeak(Delegations delegations, int contributors) => contributors >= FewestBehindAWord(delegations.Largest, delegations.Second);

    /// <summary>
    /// Whether a language may be named: so many wrote in it that nobody is alone with it, and under one label at least more than the two
    /// largest delegations could account for, so that three organisations are behind it however they were spread.
    /// </summary>
    /// <param name="contributors">How many wrote in it.</param>
    /// <param name="byLabel">How many of them carry each published label.</param>
    /// <param name="delegations">The delegations of the published labels.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    internal static bool MayBeNamed(int contributors, IReadOnlyDictionary<string, int> byLabel, IEnumerable<Delegations> delegations, int k) =>
        contributors >= AtLeast(k)
        && delegations.Any(label => byLabel.GetValueOrDefault(label.Label) >= label.Largest + label.Second + 1);

    /// <summary>Whether a group and a language may be told of the same contributors.</summary>
    internal static bool MayStandTogether(int contributorsWithBoth, int k) => contributorsWithBoth >= AtLeast(k);

    /// <summary>Whether it may be said that more than so many per cent of those who addressed a subject are behind something.</summary>
    internal static bool MayBeSaidOfMoreThan(int percent, int contributors, int addressed) =>
        addressed >= FewestForShares && contributors * 100 > addressed * percent;

    /// <summary>
    /// A share of passages, as everybody may know it: nothing of fewer than twenty, nor where fewer voices are behind either side than could carry a name: at
    /// least k, and more than the two largest delegations could account for. Never all, never none.
    /// </summary>
    /// <param name="passages">How many are on either side.</param>
    /// <param name="voices">How many are behind either side (<see cref="Voices"/>); who is on both counts on both.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    /// <param name="delegations">The two largest delegations of the whole window.</param>
    internal static PublicShare? Share((int In, int Out) passages, (int In, int Out) voices, int k, (int Largest, int Second) delegations)
    {
        var (all, fewest) = (passages.In + passages.Out, Math.Max(AtLeast(k), FewestBehindAWord(delegations.Largest, delegations.Second)));
        return all >= FewestForShares && voices.In >= fewest && voices.Out >= fewest
            ? new PublicShare(Math.Clamp((int)Math.Round(passages.In * 10.0 / all, MidpointRounding.AwayFromZero), 1, 9) * 10)
            : null;
    }

    private static int AtLeast(int k) => Math.Max(k, SmallestGroup);

    /// <summary>max(m1 + 3, m1 + m2 + 1): the fewest behind a group's word. The attacker may know everything the largest delegation wrote, and guess at the second.</summary>
    internal static int FewestBehindAWord(int largest, int second) => Math.Max(largest + 3, largest + second + 1);
}

namespace BTech.Record.Inputs;

/// <summary>The reasons for which an input of any consultation may be set aside. A consultation may have some of its own, made before its round is opened.</summary>
public static class SetAsideReasons
{
    /// <summary>Not about the consultation.</summary>
    public const string OffTopic = "off-topic";

    /// <summary>Threatens somebody or tells of a danger to somebody: kept for the security colleagues (<see cref="Threats"/>).</summary>
    public const string Threat = "threat";

    /// <summary>Insults people.</summary>
    public const string Hostile = "hostile";

    /// <summary>Exposes a person so that masking would leave nothing to read.</summary>
    public const string ExposesPerson = "exposes-person";

    /// <summary>Advertises something.</summary>
    public const string Advertising = "advertising";

    /// <summary>The same text once more by the same hand.</summary>
    public const string Repeated = "repeated";

    /// <summary>Written to try the form.</summary>
    public const string Trial = "trial";

    /// <summary>All of them in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [OffTopic, Hostile, Threat, ExposesPerson, Advertising, Repeated, Trial];
}

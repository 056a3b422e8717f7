namespace BTech.People.Listing;

/// <summary>What one participant agreed to, and to which version of the text. No date: a date would say when somebody was here.</summary>
public sealed class ListingConsent
{
    /// <summary>The participant.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>How to be listed.</summary>
    public required ListingChoice Choice { get; set; }

    /// <summary>Version of the text that was agreed to.</summary>
    public required int TextVersion { get; set; }
}

namespace BTech.People.Listing;

/// <summary>How somebody agreed to appear in the published list of participants.</summary>
public enum ListingChoice
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Only the organisation.</summary>
    OrganisationOnly = 1,

    /// <summary>Name, role and organisation.</summary>
    Full = 2,
}

namespace BTech.Web.Operations;

/// <summary>What became of loading the sample.</summary>
/// <param name="Loaded">Whether it was loaded now; not when it was there already.</param>
/// <param name="Consultation">Slug of the consultation.</param>
/// <param name="Password">Password of the accounts that were made; nothing when nothing was loaded.</param>
/// <param name="Links">Personal links of three people who have not written yet: one in English, one in Arabic, one in French.</param>
/// <param name="Staff">The sample accounts.</param>
public sealed record SampleResult(bool Loaded, string Consultation, string? Password, IReadOnlyList<SampleLink> Links, IReadOnlyList<SeededStaff> Staff);

/// <summary>A personal link to try.</summary>
/// <param name="Language">Language code of the person.</param>
/// <param name="Name">The invented person's name.</param>
/// <param name="Address">The whole address.</param>
public sealed record SampleLink(string Language, string Name, string Address)
{
    /// <summary>The same link where the site is reached now: it may have moved to another port since.</summary>
    public Uri At(Uri site) => new(site, new Uri(Address).PathAndQuery);
}

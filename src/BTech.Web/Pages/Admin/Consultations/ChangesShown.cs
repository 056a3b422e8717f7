namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>Which paragraphs of a version the page about its changes lists.</summary>
public enum ChangesShown
{
    /// <summary>Those about which the proposal is not sure.</summary>
    Doubtful,

    /// <summary>Those that changed.</summary>
    Changed,

    /// <summary>All.</summary>
    Every,
}

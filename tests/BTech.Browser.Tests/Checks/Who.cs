namespace BTech.Browser.Tests.Checks;

/// <summary>At whose browser a page is looked at.</summary>
internal enum Who
{
    Visitor,

    /// <summary>Has entered and not yet accepted the Rule.</summary>
    Newcomer,

    /// <summary>Has written, not sent.</summary>
    Writer,

    /// <summary>Has sent.</summary>
    Sender,

    Administrator,
    Moderator,
    Clearance,
    Offers,
}

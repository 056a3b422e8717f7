namespace BTech.People.Mail;

/// <summary>
/// Addresses of sample people: under <c>.invalid</c>, a domain that never exists anywhere (RFC 2606, section 2). Nothing is ever mailed to one, and
/// whoever has one never gets another.
/// </summary>
public static class MadeUpAddress
{
    /// <summary>What they end with.</summary>
    public const string Domain = ".invalid";

    /// <summary>Whether an address is one of somebody made up.</summary>
    public static bool Is(string? address) => address?.Trim().TrimEnd('.').EndsWith(Domain, StringComparison.OrdinalIgnoreCase) == true;
}

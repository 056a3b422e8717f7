namespace BTech.Web.Design;

/// <summary>
/// On a page that is a document of its own and not one of the site's pages, such as the HTML of a letter with its styles inside: it may show these
/// styles and do nothing else, not even load something of ours; a sandbox without any right keeps it apart from the site.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DocumentPolicyAttribute : Attribute
{
    /// <summary>What such a document may do.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
}

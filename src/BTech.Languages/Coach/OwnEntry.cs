namespace BTech.Languages.Coach;

/// <summary>
/// What the list of participants says of the writer alone: an argument for one request, never stored beside a text and never
/// logged. It holds nothing of anybody else, and no other spelling of the organisation that a list may know.
/// </summary>
/// <param name="Name">Full name as the person writes it.</param>
/// <param name="Role">Title or function.</param>
/// <param name="Organisation">The organisation; nothing for somebody in a personal capacity.</param>
/// <param name="Email">Mail address; its domain is looked for in links and addresses.</param>
public sealed record OwnEntry(string? Name, string? Role, string? Organisation, string? Email)
{
    /// <summary>Somebody of whom nothing is known: the general rules alone.</summary>
    public static OwnEntry Nobody { get; } = new(null, null, null, null);

    /// <summary>Says nothing, so that no log line or message can name anybody by mistake.</summary>
    public override string ToString() => nameof(OwnEntry);
}

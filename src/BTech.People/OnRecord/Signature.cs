namespace BTech.People.OnRecord;

/// <summary>The name under which a submission is published, as it stood when its author agreed to it.</summary>
/// <param name="Name">Honorific and name; nothing for an organisation's submission.</param>
/// <param name="Role">Role; nothing for an organisation's submission.</param>
/// <param name="Organisation">Organisation; nothing for somebody in a personal capacity.</param>
public sealed record Signature(string? Name, string? Role, string? Organisation);

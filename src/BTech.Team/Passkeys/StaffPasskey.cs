namespace BTech.Team.Passkeys;

/// <summary>One passkey of a member of staff, as pages show it.</summary>
/// <param name="Id">Stands for it in addresses: a hash of the credential's own id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="AddedAt">When it was added.</param>
public sealed record StaffPasskey(string Id, string Name, DateTimeOffset AddedAt);

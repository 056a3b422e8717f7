namespace BTech.Team.Presence;

/// <summary>Somebody who is at work on something now.</summary>
/// <param name="SubjectId">On what.</param>
/// <param name="Who">Address of the account.</param>
public sealed record AtWork(Guid SubjectId, string Who);

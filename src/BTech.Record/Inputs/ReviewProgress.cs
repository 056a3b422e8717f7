using BTech.Record.Disclosure;

namespace BTech.Record.Inputs;

/// <summary>How far the team has come with a sealed window; for the team only.</summary>
/// <param name="Inputs">All inputs, set-aside ones left out.</param>
/// <param name="Unread">Those without a decision.</param>
/// <param name="Uncoded">Those without a theme.</param>
/// <param name="SetAside">Those set aside.</param>
public sealed record ReviewProgress(TeamCount Inputs, TeamCount Unread, TeamCount Uncoded, TeamCount SetAside);

namespace BTech.Record.Disclosure;

/// <summary>How many were invited under a label, as everybody may know it who was invited: the least that an attacker starts from.</summary>
/// <param name="Label">The group's label.</param>
/// <param name="Family">The family into which it may have been merged.</param>
/// <param name="Invited">How many were invited.</param>
/// <param name="Largest">How many of them from the organisation with most.</param>
internal sealed record InvitedGroup(string Label, string Family, int Invited, int Largest);

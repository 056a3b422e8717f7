namespace BTech.Record.Reports;

/// <summary>What stands around a report when it is published, and lies on the other side.</summary>
/// <param name="ParticipantsHash">SHA-256 of the list of participants frozen for it.</param>
/// <param name="HasAnnex">Whether the round has a published annex of submissions on the record.</param>
public sealed record AroundTheReport(byte[] ParticipantsHash, bool HasAnnex);

using BTech.Agenda;
using BTech.Record.Disclosure;

namespace BTech.Record.SecondCoding;

/// <summary>A second reading and how far it has come. Inputs that were set aside or withdrawn since are in no number.</summary>
/// <param name="Id">The reading.</param>
/// <param name="CodedBy">The second coder.</param>
/// <param name="Inputs">How many inputs the sample has.</param>
/// <param name="Done">With how many of them the second coder is done.</param>
/// <param name="Untouched">How many of them have no coding of the second coder and are not done: those that may still be taken back.</param>
public sealed record ListedReading(Guid Id, StaffId CodedBy, TeamCount Inputs, TeamCount Done, TeamCount Untouched);

using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>Something that a well-made report does, asked of its text alone.</summary>
internal interface IFormRule
{
    /// <summary>Where a report does not do it, in reading order.</summary>
    IEnumerable<Finding> Find(SummaryReport report, Consultation consultation);
}

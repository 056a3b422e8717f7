using BTech.Agenda.Consultations;

namespace BTech.Agenda.Rehearsing;

/// <summary>
/// Proof that a consultation is a rehearsal: only this module gives one, after it has read the marker in its own table. Whatever puts sample people
/// and texts somewhere asks for it, so that it can never be done to a real round.
/// </summary>
public sealed class RehearsalMark
{
    internal RehearsalMark(Consultation consultation) => Consultation = consultation;

    /// <summary>The rehearsal, with rounds, focus areas and groups.</summary>
    public Consultation Consultation { get; }
}

namespace BTech.Agenda.Windows;

/// <summary>How a round takes place.</summary>
public enum RoundKind
{
    /// <summary>People met; the team's numbered notes are the record.</summary>
    Meeting = 1,

    /// <summary>People write during a comment window.</summary>
    Written = 2,
}

namespace BTech.Agenda.Windows;

/// <summary>Who may take part in a round of written comments.</summary>
public enum Admission
{
    /// <summary>Those whom administrators invite.</summary>
    Invited = 1,

    /// <summary>Those who ask to, once an administrator has agreed.</summary>
    Registration = 2,

    /// <summary>Both.</summary>
    Both = 3,
}

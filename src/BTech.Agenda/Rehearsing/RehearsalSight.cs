using BTech.Agenda.Consultations;

namespace BTech.Agenda.Rehearsing;

/// <summary>
/// Whether whoever asks is shown rehearsals, decided once for a request: the lists of consultations and rounds ask here, so that a page need not,
/// and a new one cannot forget to. Jobs and commands see everything.
/// </summary>
public sealed class RehearsalSight
{
    /// <summary>Whether rehearsals are shown.</summary>
    public bool ShowsThem { get; private set; } = true;

    /// <summary>The rehearsal, or one of its rounds, that was found last; nothing as long as everything found was real.</summary>
    public Consultation? Found { get; private set; }

    /// <summary>From now on there are none for whoever asks.</summary>
    public void Hide() => ShowsThem = false;

    /// <summary>From now on they are shown.</summary>
    public void Show() => ShowsThem = true;

    internal Consultation? Note(Consultation? found)
    {
        if (found is { IsRehearsal: true }) Found = found;
        return found;
    }

    internal Windows.CommentWindow? Note(Windows.CommentWindow? found)
    {
        Note(found?.Consultation);
        return found;
    }
}

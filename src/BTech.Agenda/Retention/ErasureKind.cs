namespace BTech.Agenda.Retention;

/// <summary>What is erased of a window. Each kind has its own day.</summary>
public enum ErasureKind
{
    /// <summary>Participants’ data: invitations, links, addresses, offers, waiting letters.</summary>
    People = 1,

    /// <summary>What ties the texts of one contributor together, and with it everything a follow-up code can do: the freeze.</summary>
    Contributors = 2,

    /// <summary>What lies behind hidden passages, and texts set aside or withdrawn.</summary>
    Texts = 3,
}

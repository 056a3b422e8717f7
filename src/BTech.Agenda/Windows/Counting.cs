namespace BTech.Agenda.Windows;

/// <summary>What counts as one contributor in a round of written comments; settled before anybody is invited.</summary>
public enum Counting
{
    /// <summary>Each person who holds a link. An organisation may still have a link of its own beside its people, which counts once.</summary>
    Persons = 1,

    /// <summary>Each organisation: all links are organisations' links, one for each.</summary>
    Organisations = 2,
}

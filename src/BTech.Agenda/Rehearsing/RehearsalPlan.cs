using BTech.Languages;

namespace BTech.Agenda.Rehearsing;

/// <summary>What is chosen when a rehearsal is made; everything else is as in the consultation that it rehearses.</summary>
/// <param name="Title">Its title, which says that it is one.</param>
/// <param name="RoundTitle">The title of its round where the consultation has had none of written comments yet.</param>
/// <param name="Opens">When one can write, as soon as two persons have opened it.</param>
/// <param name="Closes">When that is over; minutes after, not weeks.</param>
public sealed record RehearsalPlan(LocalizedText Title, LocalizedText RoundTitle, DateTimeOffset Opens, DateTimeOffset Closes)
{
    /// <summary>The shortest rehearsal, in minutes.</summary>
    public const int FewestMinutes = 10;

    /// <summary>The longest, in minutes: a working day.</summary>
    public const int MostMinutes = 8 * 60;
}

/// <summary>What became of making a rehearsal. Unless it is <see cref="Made"/>, nothing was.</summary>
public enum RehearsalOutcome
{
    /// <summary>It is there.</summary>
    Made = 1,

    /// <summary>There is one already, or one is being removed.</summary>
    AlreadyThere = 2,

    /// <summary>The consultation has no scoping paper on which anybody could comment.</summary>
    NoPaper = 3,

    /// <summary>It has no groups to which people could belong.</summary>
    NoGroups = 4,

    /// <summary>It is a rehearsal itself, or gone.</summary>
    NotReal = 5,
}

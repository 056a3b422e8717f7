using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>What is being consulted on: one project, its scoping paper and its rounds.</summary>
public sealed class Consultation
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in addresses: lower-case letters, digits and hyphens; never one of the six language codes.</summary>
    public required string Slug { get; init; }

    /// <summary>Title shown to everybody.</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>One or two sentences on what the comments are for.</summary>
    public required LocalizedText Purpose { get; set; }

    /// <summary>Who runs it, as named in reports ("UN Human Rights").</summary>
    public required LocalizedText Host { get; set; }

    /// <summary>Name under which the project team speaks in reports ("The project team").</summary>
    public required LocalizedText HostLabel { get; set; }

    /// <summary>Mail address for questions about the consultation.</summary>
    public required string Contact { get; set; }

    /// <summary>Whom to reach in danger: shown before anybody writes; no window opens without it.</summary>
    public required LocalizedText UrgentContact { get; set; }

    /// <summary>
    /// The consultation that this one rehearses with made-up people; nothing for a real one. Set when it is made and never changed: the module's role may
    /// not write it a second time.
    /// </summary>
    public Guid? RehearsalOf { get; init; }

    /// <summary>Whether its people are made up: it is hidden from everybody but staff, tells nobody anything, and is removed without a trace.</summary>
    public bool IsRehearsal => RehearsalOf is not null;

    /// <summary>Whether the removal of this rehearsal has begun: nobody finds it any more. Never of a real one; the database refuses that.</summary>
    public bool IsBeingRemoved { get; set; }

    /// <summary>Version of the promise, with what is added to it here, that participants accept: see <see cref="RuleTexts"/>.</summary>
    public int RuleVersion { get; set; } = 1;

    /// <summary>The focus areas, by number.</summary>
    public List<FocusArea> FocusAreas { get; } = [];

    /// <summary>The groups of participants, in the order of the merge plan.</summary>
    public List<ParticipantGroup> Groups { get; } = [];

    /// <summary>The rounds, by number.</summary>
    public List<Windows.CommentWindow> Windows { get; } = [];

    /// <summary>Whether a round was opened or a meeting held.</summary>
    public bool HasBegun => Windows.Exists(window => window.IsHeld);

    /// <summary>Whether a round is open or waits for its seal.</summary>
    public bool IsUnderWay => Windows.Exists(window => window.IsUnderWay);
}

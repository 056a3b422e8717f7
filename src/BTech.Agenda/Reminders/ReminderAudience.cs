using System.Diagnostics.CodeAnalysis;

namespace BTech.Agenda.Reminders;

/// <summary>
/// Whom a reminder goes to: everybody invited, one whole group, or everybody who is written to in one language. What is known of people before
/// they write, and nothing else: there is no audience that depends on writing.
/// </summary>
public sealed record ReminderAudience
{
    private const string GroupPrefix = "group:";
    private const string LanguagePrefix = "language:";

    private ReminderAudience(string? groupLabel, string? language) => (GroupLabel, Language) = (groupLabel, language);

    /// <summary>Everybody invited.</summary>
    public static ReminderAudience Everybody { get; } = new(null, null);

    /// <summary>Label of the group, where it goes to one.</summary>
    public string? GroupLabel { get; }

    /// <summary>Code of the language, where it goes to one.</summary>
    public string? Language { get; }

    /// <summary>Everybody invited in one group.</summary>
    public static ReminderAudience OfGroup(string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        return new ReminderAudience(label, null);
    }

    /// <summary>Everybody who is written to in one language.</summary>
    public static ReminderAudience OfLanguage(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return new ReminderAudience(null, code);
    }

    /// <summary>Whether a person of this group and language is in it.</summary>
    public bool Holds(string groupLabel, string language) =>
        (GroupLabel is null || GroupLabel == groupLabel) && (Language is null || Language == language);

    /// <summary>Whether everybody in the other one is certainly in this one too.</summary>
    public bool Covers(ReminderAudience other) => this == Everybody || this == other;

    /// <summary>As a form has it: <c>everybody</c>, <c>group:companies</c>, <c>language:fr</c>.</summary>
    public override string ToString() => GroupLabel is not null ? GroupPrefix + GroupLabel : Language is not null ? LanguagePrefix + Language : "everybody";

    /// <summary>Reads that form; whether the group or language exists is another question.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReminderAudience? audience)
    {
        audience = text switch
        {
            "everybody" => Everybody,
            { } group when group.StartsWith(GroupPrefix, StringComparison.Ordinal) && group.Length > GroupPrefix.Length => OfGroup(group[GroupPrefix.Length..]),
            { } language when language.StartsWith(LanguagePrefix, StringComparison.Ordinal) && language.Length > LanguagePrefix.Length => OfLanguage(language[LanguagePrefix.Length..]),
            _ => null,
        };
        return audience is not null;
    }
}

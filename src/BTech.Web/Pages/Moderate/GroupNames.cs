using BTech.Agenda.Windows;
using BTech.Languages;

namespace BTech.Web.Pages.Moderate;

/// <summary>What a label of the record is called in a consultation: a group's name, or that of the family into which small groups were merged.</summary>
public static class GroupNames
{
    /// <summary>The name in a language; the label itself where the consultation knows none.</summary>
    public static string Of(CommentWindow window, string label, Language language)
    {
        ArgumentNullException.ThrowIfNull(window);
        var groups = window.Consultation.Groups;
        return (groups.Find(group => group.Label == label)?.Name ?? groups.Find(group => group.Family == label)?.FamilyName)?.In(language).Text ?? label;
    }
}

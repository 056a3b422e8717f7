using System.Text;
using BTech.Languages;

namespace BTech.Record.Boxes;

/// <summary>The form in which every text is kept: Unicode NFC, line ends LF, no NUL, whole characters only.</summary>
public static class Wording
{
    /// <summary>Brings a text into that form; refuses one that cannot be stored, so that no constraint of the database ever sees it.</summary>
    public static bool TryClean(string? raw, out string? clean)
    {
        clean = raw;
        if (string.IsNullOrEmpty(raw)) return true;
        if (raw.Contains('\0', StringComparison.Ordinal) || !UnicodeForm.IsWhole(raw)) return false;
        clean = raw.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        return true;
    }

    /// <summary>A text as it is kept, without blanks around it, and measured; nothing when it cannot be stored.</summary>
    public static string? Cleaned(string? text) => TryClean(text, out var clean) ? (clean ?? "").Trim() : null;
}

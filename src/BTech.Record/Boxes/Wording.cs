using System.Text;

namespace BTech.Record.Boxes;

/// <summary>The form in which every text is kept: Unicode NFC, line ends LF, no NUL, no half characters.</summary>
public static class Wording
{
    /// <summary>Brings a text into that form; refuses one that cannot be stored, so that no constraint of the database ever sees it.</summary>
    public static bool TryClean(string? raw, out string? clean)
    {
        clean = raw;
        if (string.IsNullOrEmpty(raw)) return true;
        for (var index = 0; index < raw.Length; index++)
        {
            var unit = raw[index];
            if (unit == '\0' || char.IsLowSurrogate(unit)) return false;
            if (!char.IsHighSurrogate(unit)) continue;
            if (++index == raw.Length || !char.IsLowSurrogate(raw[index])) return false;
        }
        clean = raw.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        return true;
    }
}

using BTech.Record.Coding;

namespace BTech.Documents.CodeBooks;

/// <summary>What a file of themes holds, or the first thing for which it cannot be taken.</summary>
/// <param name="Themes">The themes; none with a fault.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Place">The row of a table (the headings are row 1) or the theme of a REFI-QDA file, counted from 1; 0 when it is the whole file.</param>
public sealed record CodeBookReading(IReadOnlyList<ThemeDraft> Themes, CodeBookFault? Fault = null, int Place = 0)
{
    internal static CodeBookReading Refused(CodeBookFault fault, int place = 0) => new([], fault, place);
}

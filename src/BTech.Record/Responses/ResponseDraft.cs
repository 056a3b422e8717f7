namespace BTech.Record.Responses;

/// <summary>An answer as somebody typed it.</summary>
/// <param name="Disposition">What the answer is; nothing where none was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="PaperVersion">Version of the paper in which something changed; counts only with a paragraph.</param>
/// <param name="Paragraph">Number of the paragraph.</param>
public sealed record ResponseDraft(Disposition? Disposition, string? Reason, int? PaperVersion, int? Paragraph)
{
    /// <summary>The reason without what stands around it.</summary>
    public string Words => Reason?.Trim() ?? "";
}

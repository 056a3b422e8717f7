namespace BTech.Documents.Pdf;

/// <summary>The footnotes of a sheet as its text is walked through, each in the place of its first reference.</summary>
internal sealed class PdfNotes
{
    private readonly List<PdfNote> _notes = [];
    private readonly Dictionary<int, int> _places = [];

    public IReadOnlyList<PdfNote> All => _notes;

    /// <summary>A reference to a footnote known by its number, which is added when it is new.</summary>
    public PdfRun Refer(int number, Func<PdfNote> note)
    {
        if (_places.TryGetValue(number, out var known)) return new PdfRun("", Note: known);
        _places[number] = _notes.Count;
        return Add(note());
    }

    /// <summary>The one reference to a new footnote.</summary>
    public PdfRun Add(PdfNote note)
    {
        _notes.Add(note);
        return new PdfRun("", Note: _notes.Count - 1, IsFirst: true);
    }
}

using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;

namespace BTech.Record.Reports;

/// <summary>The next version of a report as a draft: the same words on the same evidence under new ids, each key point under its lineage.</summary>
internal sealed class NextVersion
{
    private readonly Dictionary<Guid, Guid> _points = [];

    /// <summary>Copies a version.</summary>
    /// <param name="source">The version to go on from, with everything in it.</param>
    public NextVersion(SummaryReport source)
    {
        Draft = new SummaryReport
        {
            Id = Guid.NewGuid(),
            Number = source.Number,
            Version = source.Version + 1,
            ConsultationId = source.ConsultationId,
            WindowId = source.WindowId,
            IsMeeting = source.IsMeeting,
            Language = source.Language,
            Title = source.Title,
            EventLine = source.EventLine,
        };
        Draft.Footnotes.AddRange(source.Footnotes.Select(note => new Footnote { Id = Guid.NewGuid(), ReportId = Draft.Id, Number = note.Number, Text = note.Text }));
        // What was decided on the sentences of the version before is its own.
        Draft.Sections.AddRange(source.Sections.Where(section => section.Kind != SectionKind.DisclosureDecisions).OrderBy(section => section.Order).Select((section, index) => Copy(section, Draft.Id, index + 1)));
    }

    /// <summary>The draft.</summary>
    public SummaryReport Draft { get; }

    /// <summary>The phrases that the points of a frozen window may use, for the draft's points.</summary>
    public IEnumerable<FinalWording> Copies(IEnumerable<FinalWording> wordings) =>
        wordings.Select(wording => new FinalWording { KeyPointId = _points[wording.KeyPointId], Rungs = wording.Rungs });

    /// <summary>What a second person agreed to, asked for anew: it was agreed to for the readers of that version, beside what stood there.</summary>
    public IEnumerable<Lifting> Copies(IEnumerable<Lifting> liftings) => liftings.Where(lifting => lifting.IsAgreed).Select(lifting => lifting.ForNextVersion(Draft.Id));

    private Section Copy(Section section, Guid report, int order)
    {
        var copy = new Section { Id = Guid.NewGuid(), ReportId = report, Kind = section.Kind, FocusAreaNumber = section.FocusAreaNumber, Heading = section.Heading, Order = order };
        copy.Blocks.AddRange(section.Blocks.Select(block => Copy(block, copy.Id)));
        return copy;
    }

    private Block Copy(Block block, Guid section)
    {
        var copy = new Block { Id = Guid.NewGuid(), SectionId = section, Order = block.Order, Kind = block.Kind, Introduction = block.Introduction };
        copy.Statements.AddRange(block.Statements.Select(statement => Copy(statement, copy.Id)));
        return copy;
    }

    private Statement Copy(Statement statement, Guid block)
    {
        var (id, order, text) = (Guid.NewGuid(), statement.Order, statement.Text);
        switch (statement)
        {
            case KeyPoint point:
                var copy = new KeyPoint
                {
                    Id = id, BlockId = block, Order = order, Text = text, LineageId = point.LineageId, Stance = point.Stance, Attribution = point.Attribution, NoteNumber = point.NoteNumber,
                    CounterView = point.CounterView, ContraryReason = point.ContraryReason,
                };
                copy.Evidence.AddRange(point.Evidence.Select(one => new Evidence { KeyPointId = id, ExcerptId = one.ExcerptId, Weight = one.Weight }));
                _points[point.Id] = id;
                return copy;
            case HostNote note:
                return new HostNote { Id = id, BlockId = block, Order = order, Text = text, IsCommitment = note.IsCommitment, Due = note.Due };
            default:
                return new Fact { Id = id, BlockId = block, Order = order, Text = text };
        }
    }
}

using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Web.Operations;

/// <summary>The draft report on round 2: key points on the coded excerpts, the host's notes beside them, not handed in yet.</summary>
internal sealed class SampleDraft(SummaryReports reports, Drafting drafting)
{
    public async Task<int> AddAsync(
        SampleFiles files, Consultation consultation, CommentWindow window, IReadOnlyDictionary<string, Guid> excerpts, StaffId editor, CancellationToken cancel)
    {
        var file = files.Draft();
        var number = await reports.CreateAsync(consultation, window, Language.Find(file.Language)!, editor, cancel);
        var report = (await reports.FindAsync(number, null, cancel))!;
        string[] hostLabels = [.. consultation.HostLabel.ByCode.Values, .. consultation.Host.ByCode.Values];
        foreach (var section in file.Sections)
        {
            var sectionId = report.Sections.Single(one => one.Kind == section.Kind && one.FocusAreaNumber == section.FocusArea).Id;
            foreach (var block in section.Blocks)
                await AddAsync(report, sectionId, block, excerpts, hostLabels, editor, cancel);
        }
        return number;
    }

    private async Task AddAsync(
        SummaryReport report, Guid sectionId, SampleFiles.DraftBlock block, IReadOnlyDictionary<string, Guid> excerpts, string[] hostLabels, StaffId editor, CancellationToken cancel)
    {
        var place = block.Introduction is null
            ? new StatementPlace(sectionId)
            : new StatementPlace(sectionId, NewBlock: BlockKind.Bullets, Introduction: block.Introduction);
        foreach (var statement in block.Statements)
        {
            var outcome = statement.Voice == "host"
                ? await drafting.AddHostNoteAsync(report.Id, place, new HostNoteDraft(statement.Text, statement.Commitment, statement.Due), hostLabels, editor, cancel)
                : await drafting.AddKeyPointAsync(report.Id, place, Point(statement, excerpts), hostLabels, editor, cancel);
            if (!outcome.IsDone) throw new InvalidDataException($"A statement of the sample's draft was refused ({outcome.Result}): {statement.Text}");
            if (place.BlockId is null) place = place with { BlockId = await BlockOfAsync(report.Number, outcome.Id!.Value, cancel) };
        }
    }

    private static KeyPointDraft Point(SampleFiles.DraftStatement statement, IReadOnlyDictionary<string, Guid> excerpts) => new()
    {
        Text = statement.Text,
        Stance = statement.Stance,
        Attribution = statement.Attribution,
        Evidence = (statement.Evidence ?? []).Select((key, index) => (Id: excerpts[key], Weight: index == 0 ? EvidenceWeight.Main : EvidenceWeight.Supporting))
            .Concat((statement.Contrary ?? []).Select(key => (Id: excerpts[key], Weight: EvidenceWeight.Contrary)))
            .ToDictionary(evidence => evidence.Id, evidence => evidence.Weight),
    };

    private async Task<Guid> BlockOfAsync(int number, Guid statementId, CancellationToken cancel)
    {
        var report = (await reports.FindAsync(number, null, cancel))!;
        return report.Sections.SelectMany(section => section.Blocks).Single(block => block.Statements.Any(statement => statement.Id == statementId)).Id;
    }
}

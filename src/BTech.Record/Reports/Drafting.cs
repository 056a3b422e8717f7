using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Reports.Changes;
using BTech.Record.Storage;
using BTech.Record.Words;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>
/// Changes to the draft of a report. Every change locks the version, refuses anything that is no draft any more, and remembers
/// its editor, who thereby cannot clear that version.
/// </summary>
public sealed class Drafting
{
    private readonly RecordContext _record;
    private readonly Backings _backings;
    private readonly ReleasedLists _lists;
    private readonly ClaimsLedger _ledger;

    internal Drafting(RecordContext record, Backings backings, ReleasedLists lists, ClaimsLedger ledger) => (_record, _backings, _lists, _ledger) = (record, backings, lists, ledger);

    /// <summary>Changes title and event line.</summary>
    public Task<DraftOutcome> ChangeTitleAsync(Guid reportId, string? title, string? eventLine, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (StatementRules.CheckText(title) is not DraftResult.Done || StatementRules.CheckText(eventLine) is not DraftResult.Done)
                return new DraftOutcome(DraftResult.TextMissing);
            report.Title = title!.Trim();
            report.EventLine = eventLine!.Trim();
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Changes what a correction says that it corrects.</summary>
    public Task<DraftOutcome> ChangeCorrectionNoteAsync(Guid reportId, string? note, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, async report =>
        {
            if (!await _ledger.ReplacesPublicAsync(report, cancel)) return DraftOutcome.NotThere;
            if (Check(report, note, StatementRules.CheckText(note)) is not DraftResult.Done and var result) return new DraftOutcome(result);
            report.CorrectionNote = note!.Trim();
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Changes a section's heading.</summary>
    public Task<DraftOutcome> ChangeHeadingAsync(Guid reportId, Guid sectionId, string? heading, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (report.Sections.SingleOrDefault(section => section.Id == sectionId) is not { } section) return DraftOutcome.NotThere;
            if (StatementRules.CheckText(heading) is not DraftResult.Done and var result) return new DraftOutcome(result);
            section.Heading = heading!.Trim();
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Changes the sentence that introduces a list.</summary>
    public Task<DraftOutcome> ChangeIntroductionAsync(Guid reportId, Guid blockId, string? introduction, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (FindBlock(report, blockId) is not { } block || block.Kind == BlockKind.Paragraph) return DraftOutcome.NotThere;
            block.Introduction = Introducing(report, block.Kind, introduction);
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Moves a block one place up or down in its section.</summary>
    public Task<DraftOutcome> MoveBlockAsync(Guid reportId, Guid blockId, bool up, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (FindBlock(report, blockId) is not { } block) return DraftOutcome.NotThere;
            var blocks = report.Sections.Single(section => section.Id == block.SectionId).Blocks.OrderBy(one => one.Order).ToList();
            Move(blocks, block, up);
            for (var index = 0; index < blocks.Count; index++) blocks[index].Order = index + 1;
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Moves a statement one place up or down in its block.</summary>
    public Task<DraftOutcome> MoveStatementAsync(Guid reportId, Guid statementId, bool up, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (FindStatement(report, statementId) is not { } statement) return DraftOutcome.NotThere;
            var statements = FindBlock(report, statement.BlockId)!.Statements.OrderBy(one => one.Order).ToList();
            Move(statements, statement, up);
            for (var index = 0; index < statements.Count; index++) statements[index].Order = index + 1;
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Removes a statement, and its block when nothing is left in it.</summary>
    public Task<DraftOutcome> RemoveStatementAsync(Guid reportId, Guid statementId, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (FindStatement(report, statementId) is not { } statement) return DraftOutcome.NotThere;
            var block = FindBlock(report, statement.BlockId)!;
            block.Statements.Remove(statement);
            if (block.Statements.Count == 0) report.Sections.Single(section => section.Id == block.SectionId).Blocks.Remove(block);
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Adds a key point.</summary>
    public async Task<DraftOutcome> AddKeyPointAsync(
        Guid reportId, StatementPlace place, KeyPointDraft draft, IReadOnlyCollection<string> hostLabels, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(draft);
        return await EditAsync(reportId, by, async report =>
        {
            if (await CheckAsync(report, place, null, draft, hostLabels, cancel) is not DraftResult.Done and var result) return new DraftOutcome(result);
            if (Place(report, place) is not { } block) return DraftOutcome.NotThere;
            var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = Next(block), Text = draft.Text!.Trim() };
            Fill(point, draft);
            block.Statements.Add(point);
            await AskForStrongerAsync(report, block, draft, cancel);
            return new DraftOutcome(DraftResult.Done, point.Id);
        }, cancel);
    }

    /// <summary>Changes a key point and what it rests on. <paramref name="was"/> is its <see cref="KeyPoint.State"/> as its editor began.</summary>
    public async Task<DraftOutcome> ChangeKeyPointAsync(
        Guid reportId, Guid statementId, KeyPointDraft draft, string? was, IReadOnlyCollection<string> hostLabels, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await EditAsync(reportId, by, async report =>
        {
            if (FindStatement(report, statementId) is not KeyPoint point) return DraftOutcome.NotThere;
            if (was is not null && was != point.State) return new DraftOutcome(DraftResult.ChangedMeanwhile, Theirs: point.Text, TheirState: point.State);
            var block = FindBlock(report, point.BlockId)!;
            if (await CheckAsync(report, new StatementPlace(block.SectionId, block.Id), point, draft, hostLabels, cancel) is not DraftResult.Done and var result) return new DraftOutcome(result);
            point.Text = draft.Text!.Trim();
            Fill(point, draft);
            await AskForStrongerAsync(report, block, draft, cancel);
            return DraftOutcome.Done;
        }, cancel);
    }

    /// <summary>Adds a note in the host's own voice; it begins with the host's label and rests on no evidence.</summary>
    public Task<DraftOutcome> AddHostNoteAsync(
        Guid reportId, StatementPlace place, HostNoteDraft draft, IReadOnlyCollection<string> hostLabels, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(draft);
        return EditAsync(reportId, by, report =>
        {
            if (Check(report, draft.Text, StatementRules.CheckHostNote(draft.Text, hostLabels)) is not DraftResult.Done and var result) return new DraftOutcome(result);
            if (Place(report, place) is not { } block) return DraftOutcome.NotThere;
            var note = new HostNote { Id = Guid.NewGuid(), BlockId = block.Id, Order = Next(block), Text = draft.Text!.Trim(), IsCommitment = draft.IsCommitment, Due = draft.DueOrNothing };
            block.Statements.Add(note);
            return new DraftOutcome(DraftResult.Done, note.Id);
        }, cancel);
    }

    /// <summary>Changes a note of the host.</summary>
    public Task<DraftOutcome> ChangeHostNoteAsync(
        Guid reportId, Guid statementId, HostNoteDraft draft, string? was, IReadOnlyCollection<string> hostLabels, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return EditAsync(reportId, by, report =>
        {
            if (FindStatement(report, statementId) is not HostNote note) return DraftOutcome.NotThere;
            if (was is not null && was != note.Text) return new DraftOutcome(DraftResult.ChangedMeanwhile, Theirs: note.Text);
            if (Check(report, draft.Text, StatementRules.CheckHostNote(draft.Text, hostLabels)) is not DraftResult.Done and var result) return new DraftOutcome(result);
            note.Text = draft.Text!.Trim();
            note.IsCommitment = draft.IsCommitment;
            note.Due = draft.DueOrNothing;
            return DraftOutcome.Done;
        }, cancel);
    }

    /// <summary>Adds a fact: neither an input nor the host's opinion.</summary>
    public Task<DraftOutcome> AddFactAsync(Guid reportId, StatementPlace place, string? text, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        return EditAsync(reportId, by, report =>
        {
            if (Check(report, text, StatementRules.CheckText(text)) is not DraftResult.Done and var result) return new DraftOutcome(result);
            if (Place(report, place) is not { } block) return DraftOutcome.NotThere;
            var fact = new Fact { Id = Guid.NewGuid(), BlockId = block.Id, Order = Next(block), Text = text!.Trim() };
            block.Statements.Add(fact);
            return new DraftOutcome(DraftResult.Done, fact.Id);
        }, cancel);
    }

    /// <summary>Changes a fact.</summary>
    public Task<DraftOutcome> ChangeFactAsync(Guid reportId, Guid statementId, string? text, string? was, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (FindStatement(report, statementId) is not Fact fact) return DraftOutcome.NotThere;
            if (was is not null && was != fact.Text) return new DraftOutcome(DraftResult.ChangedMeanwhile, Theirs: fact.Text);
            if (Check(report, text, StatementRules.CheckText(text)) is not DraftResult.Done and var result) return new DraftOutcome(result);
            fact.Text = text!.Trim();
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>Adds a footnote; texts refer to it as <c>[^number]</c>.</summary>
    public Task<DraftOutcome> AddFootnoteAsync(Guid reportId, string? text, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (StatementRules.CheckText(text) is not DraftResult.Done and var result) return new DraftOutcome(result);
            var footnote = new Footnote { Id = Guid.NewGuid(), ReportId = report.Id, Number = report.Footnotes.Count + 1, Text = text!.Trim() };
            report.Footnotes.Add(footnote);
            return new DraftOutcome(DraftResult.Done, footnote.Id);
        }, cancel);

    /// <summary>Removes the last footnote, as long as nothing refers to it; numbers of the others stay.</summary>
    public Task<DraftOutcome> RemoveLastFootnoteAsync(Guid reportId, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, report =>
        {
            if (report.Footnotes.MaxBy(footnote => footnote.Number) is not { } last) return DraftOutcome.NotThere;
            if (report.References().Contains(last.Number)) return new DraftOutcome(DraftResult.Footnote);
            report.Footnotes.Remove(last);
            return DraftOutcome.Done;
        }, cancel);

    /// <summary>
    /// Copies the annex of resources and the released dilemma cards into the draft, in place of what it held of them. Whoever wrote one of them has a hand
    /// in the version as its editors have, and cannot clear it: so every released card was seen by a second person.
    /// </summary>
    public Task<DraftOutcome> TakeListsAsync(Guid reportId, StaffId by, CancellationToken cancel) =>
        EditAsync(reportId, by, async report =>
        {
            var released = await _lists.OfAsync(report, cancel);
            if (released.Count == 0 && !report.Sections.Exists(section => section.IsFromLists)) return new DraftOutcome(DraftResult.NothingReleased);
            foreach (var kind in new[] { SectionKind.Resources, SectionKind.Dilemmas }) TakeList(report, kind, [.. released.Where(entry => entry.Kind == kind)]);
            Sort(report);
            await _record.NoteEditorsAsync(reportId, [.. released.Select(entry => entry.WrittenBy)], cancel);
            return DraftOutcome.Done;
        }, cancel);

    private static void TakeList(SummaryReport report, SectionKind kind, IReadOnlyList<ReleasedEntry> entries)
    {
        var section = report.Sections.Find(one => one.Kind == kind);
        if (entries.Count == 0)
        {
            if (section is not null) report.Sections.Remove(section);
        }
        else
        {
            if (section is null)
            {
                var language = Language.Find(report.Language) ?? Language.English;
                report.Sections.Add(section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = kind, Heading = Phrases.In(language, "Section." + kind), Order = 0 });
            }
            section.Blocks.Clear();
            if (kind is SectionKind.Resources) AddBlock(section, BlockKind.Bullets, null, [.. entries.SelectMany(entry => entry.Lines)]);
            else foreach (var entry in entries) AddBlock(section, entry.Lead is null ? BlockKind.Paragraph : BlockKind.Bullets, entry.Lead, entry.Lines);
        }
    }

    // Annexes stand before the list of participants, in the order of their kinds.
    private static void Sort(SummaryReport report)
    {
        var sorted = report.Sections.OrderBy(one => one.Kind is SectionKind.Participants ? 2 : one.IsFromLists ? 1 : 0).ThenBy(one => one.IsFromLists ? (int)one.Kind : one.Order).ToList();
        for (var index = 0; index < sorted.Count; index++) sorted[index].Order = index + 1;
    }

    private static void AddBlock(Section section, BlockKind kind, string? introduction, IReadOnlyList<string> texts)
    {
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = section.Blocks.Count + 1, Kind = kind, Introduction = introduction };
        block.Statements.AddRange(texts.Select((text, index) => new Fact { Id = Guid.NewGuid(), BlockId = block.Id, Order = index + 1, Text = text }));
        section.Blocks.Add(block);
    }

    private async Task<DraftResult> CheckAsync(
        SummaryReport report, StatementPlace place, KeyPoint? known, KeyPointDraft draft, IReadOnlyCollection<string> hostLabels, CancellationToken cancel)
    {
        if (report.Sections.SingleOrDefault(one => one.Id == place.SectionId) is not { } section) return DraftResult.NotThere;
        if (Check(report, draft.Text, StatementRules.CheckKeyPoint(draft.Text, hostLabels)) is not DraftResult.Done and var result) return result;
        if (draft.ContraryReason?.Trim().Length > StatementRules.LongestReason) return DraftResult.ReasonTooLong;
        if (report.IsMeeting)
            return draft.Evidence.Count == 0 && await _record.MeetingNotes.AnyAsync(note => note.WindowId == report.WindowId && note.Number == draft.NoteNumber, cancel)
                ? DraftResult.Done : DraftResult.EvidenceMissing;
        if (await _backings.FinalAsync(report, cancel) is { } final)
        {
            if (known is null || !draft.Evidence.Keys.ToHashSet().SetEquals(known.Evidence.Select(one => one.ExcerptId)) || !final.TryGetValue(known.Id, out var phrases)) return DraftResult.Frozen;
            // A point on imported texts alone had no phrase to keep.
            if (draft.Attribution is not { } phrase) return phrases.Count == 0 ? DraftResult.Done : DraftResult.Frozen;
            return phrases.Contains(phrase) || (await _ledger.KeptAsync(report, known, known.Evidence, cancel))?.Allows(phrase) == true
                ? DraftResult.Done : DraftResult.Frozen;
        }
        var evidence = draft.Evidence.Select(one => new Evidence { KeyPointId = Guid.Empty, ExcerptId = one.Key, Weight = one.Value }).ToList();
        var backing = await _backings.OfAsync(report.WindowId, section.Kind == SectionKind.FocusArea ? section.FocusAreaNumber : null, evidence, cancel);
        if ((backing.Kept == 0 && !backing.RestsOnImportsAlone) || backing.Lost > 0) return DraftResult.EvidenceMissing;
        if (draft.Attribution is null || AttributionLadder.Holds(draft.Attribution, backing.Backing)) return DraftResult.Done;
        if (known is not null && await _ledger.KeptAsync(report, known, evidence, cancel) is { } kept) return kept.Allows(draft.Attribution) ? DraftResult.Done : DraftResult.WordingTooStrong;
        if (draft.Stronger is null || !LiftRule.MayBeClaimed(draft.Attribution, backing)) return DraftResult.WordingTooStrong;
        var introduction = place.BlockId is { } list ? FindBlock(report, list)?.Introduction : Introducing(report, place.NewBlock, place.Introduction);
        return draft.Stronger.Check() is LiftResult.Done || await IsAskedForAsync(report, LiftMarks.OfWording(section, introduction, draft.Text!.Trim(), draft.Attribution, evidence, backing), cancel)
            ? DraftResult.Done : DraftResult.LiftReasonMissing;
    }

    // A phrase beyond the numbers goes in with the request that it needs; where it holds after all, nothing is asked.
    private async Task AskForStrongerAsync(SummaryReport report, Block block, KeyPointDraft draft, CancellationToken cancel)
    {
        if (report.IsMeeting || draft.Attribution is null || draft.Stronger?.Check() is not LiftResult.Done || await _backings.IsFrozenAsync(report.WindowId, cancel)) return;
        var section = report.Sections.Single(one => one.Id == block.SectionId);
        var evidence = draft.Evidence.Select(one => new Evidence { KeyPointId = Guid.Empty, ExcerptId = one.Key, Weight = one.Value }).ToList();
        var backing = await _backings.OfAsync(report.WindowId, section.Kind == SectionKind.FocusArea ? section.FocusAreaNumber : null, evidence, cancel);
        var key = LiftMarks.OfWording(section, block.Introduction, draft.Text!.Trim(), draft.Attribution, evidence, backing);
        if (!AttributionLadder.Holds(draft.Attribution, backing.Backing) && LiftRule.MayBeClaimed(draft.Attribution, backing) && !await IsAskedForAsync(report, key, cancel))
            _record.Liftings.Add(draft.Stronger.For(report.Id, key));
    }

    private Task<bool> IsAskedForAsync(SummaryReport report, LiftKey key, CancellationToken cancel)
    {
        var hash = key.Bytes();
        return _record.Liftings.AnyAsync(lifting => lifting.ReportId == report.Id && lifting.Kind == key.Kind && lifting.Hash == hash, cancel);
    }

    private static DraftResult Check(SummaryReport report, string? text, DraftResult result) =>
        result is DraftResult.Done && StatementRules.FootnotesIn(text!).Any(number => report.Footnotes.All(footnote => footnote.Number != number)) ? DraftResult.Footnote : result;

    private static void Fill(KeyPoint point, KeyPointDraft draft)
    {
        point.Stance = draft.Stance;
        point.Attribution = draft.Attribution;
        point.NoteNumber = draft.NoteNumber;
        // One that was given and is erased was given all the same.
        point.ContraryReason = !string.IsNullOrWhiteSpace(draft.ContraryReason) ? draft.ContraryReason.Trim() : point.ContraryReason is "" ? "" : null;
        // A passage that says otherwise was found, whatever the form says; and where the last one is gone, nobody knows of any until somebody looks again or says why none is told.
        var (had, has) = (point.Evidence.Exists(evidence => evidence.Weight == EvidenceWeight.Contrary), draft.Evidence.Values.Contains(EvidenceWeight.Contrary));
        point.CounterView = has ? CounterView.Found : had && draft.CounterView is CounterView.Found && point.ContraryReason is null ? CounterView.NotLookedFor : draft.CounterView;
        point.Evidence.RemoveAll(evidence => !draft.Evidence.ContainsKey(evidence.ExcerptId));
        foreach (var (excerpt, weight) in draft.Evidence)
        {
            if (point.Evidence.SingleOrDefault(evidence => evidence.ExcerptId == excerpt) is { } known) known.Weight = weight;
            else point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = excerpt, Weight = weight });
        }
    }

    private static Block? Place(SummaryReport report, StatementPlace place)
    {
        var section = report.Sections.SingleOrDefault(one => one.Id == place.SectionId && one.Kind != SectionKind.Participants && !one.IsFromLists);
        if (section is null) return null;
        if (place.BlockId is not null) return section.Blocks.SingleOrDefault(one => one.Id == place.BlockId);
        var block = new Block
        {
            Id = Guid.NewGuid(),
            SectionId = section.Id,
            Order = section.Blocks.Select(one => one.Order).DefaultIfEmpty().Max() + 1,
            Kind = place.NewBlock,
            Introduction = Introducing(report, place.NewBlock, place.Introduction),
        };
        section.Blocks.Add(block);
        return block;
    }

    // Where views differed, the sentence that says so is never missing.
    private static string? Introducing(SummaryReport report, BlockKind kind, string? sentence) => kind switch
    {
        BlockKind.Paragraph => null,
        _ when !string.IsNullOrWhiteSpace(sentence) => sentence.Trim(),
        BlockKind.Views => Phrases.In(Language.Find(report.Language) ?? Language.English, "Views.Introduction"),
        _ => null,
    };

    private static int Next(Block block) => block.Statements.Select(statement => statement.Order).DefaultIfEmpty().Max() + 1;

    private static void Move<T>(List<T> all, T one, bool up)
    {
        var index = all.IndexOf(one);
        var target = up ? index - 1 : index + 1;
        if (target < 0 || target >= all.Count) return;
        (all[index], all[target]) = (all[target], all[index]);
    }

    // What is copied from the lists is changed there.
    private static Block? FindBlock(SummaryReport report, Guid id) => report.Sections.Where(section => !section.IsFromLists).SelectMany(section => section.Blocks).SingleOrDefault(block => block.Id == id);

    private static Statement? FindStatement(SummaryReport report, Guid id) => report.Statements().SingleOrDefault(statement => statement.Id == id && FindBlock(report, statement.BlockId) is not null);

    private Task<DraftOutcome> EditAsync(Guid reportId, StaffId by, Func<SummaryReport, DraftOutcome> edit, CancellationToken cancel) =>
        EditAsync(reportId, by, report => Task.FromResult(edit(report)), cancel);

    /// <summary>Does something to a draft under its lock, and notes who did.</summary>
    internal Task<DraftOutcome> EditAsync(Guid reportId, StaffId by, Func<SummaryReport, Task<DraftOutcome>> edit, CancellationToken cancel) => _record.UnderReportLockAsync(reportId, async () =>
    {
        var report = await _record.WholeReports().SingleOrDefaultAsync(found => found.Id == reportId, cancel);
        if (report is null) return DraftOutcome.NotThere;
        if (report.Status != ReportStatus.Draft) return new DraftOutcome(DraftResult.NotADraft);
        var before = new DraftState(report);
        var outcome = await edit(report);
        if (!outcome.IsDone) return outcome;
        await _record.NoteEditorsAsync(reportId, [by], cancel);
        await _record.NoteChangesAsync(report, before, by, cancel);
        return outcome;
    }, outcome => outcome.IsDone, cancel);
}

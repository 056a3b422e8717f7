using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Exports;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Record.Similarity;
using BTech.Record.Tests.Reports;
using BTech.Testing;
using static BTech.Record.Tests.SealedSide;

namespace BTech.Record.Tests.Imports;

/// <summary>Every place where contributors are counted, with imported texts beside them: not one of them counts.</summary>
public sealed class ImportsAreNobodyTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly string[] Labels = ["The project team"];

    private readonly Consultation _consultation = InventedConsultation.New();

    [Fact]
    [Invariant(23)]
    public async Task Backing_ContributorsAndImports_CountsContributors()
    {
        var (window, own, imported) = await CodedAsync(voices: 4, imports: 6);
        var backing = await BackingAsync(window, [.. own, .. imported]);
        Assert.Equal((4, 4, 6), (backing.Contributors.Number, backing.Addressed.Number, backing.FromImports!.Number));
        Assert.False(backing.RestsOnImportsAlone);
        Assert.Null(backing.Gone);
        Assert.DoesNotContain(backing.Offered, rung => rung.Key is AttributionLadder.Some or AttributionLadder.Noted or AttributionLadder.ANumber);
        Assert.Contains(backing.Offered, rung => rung.Key == AttributionLadder.AFew);
    }

    [Fact]
    [Invariant(23)]
    public async Task Backing_ImportsAlone_OffersNoPhrase()
    {
        var (window, _, imported) = await CodedAsync(voices: 12, imports: 12);
        var backing = await BackingAsync(window, imported);
        Assert.Equal((0, 12, true), (backing.Contributors.Number, backing.Addressed.Number, backing.RestsOnImportsAlone));
        Assert.Empty(backing.Offered);
    }

    /// <summary>What an import says otherwise is recorded by nobody's voice: neither does it count against, nor must it be attached.</summary>
    [Fact]
    public async Task Backing_ImportThatSaysOtherwise_IsNoCounterView()
    {
        var theme = await side.ThemeAsync(_consultation.Id, "boards");
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, 6).Select(number => new Voice("companies", (1, $"text {number}"))));
        var own = new List<Guid>();
        foreach (var id in ids) own.Add(await side.CodeAsync(_consultation.Id, id, theme));
        var (_, notes) = await side.ImportAsync(window, (1, "Against it."));
        var against = await side.CodeAsync(_consultation.Id, notes[0], theme, Stance.Concern);
        var backing = await side.AskAsync<Backings, PointBacking>(backings => backings.OfAsync(window, 1,
            [.. own.Select(id => new Evidence { KeyPointId = Guid.Empty, ExcerptId = id }), new Evidence { KeyPointId = Guid.Empty, ExcerptId = against, Weight = EvidenceWeight.Contrary }], default));
        Assert.Null(backing.Contrary);
        Assert.Null(backing.Gone);
        Assert.True(backing.ContraryIsRecorded);
        Assert.Null(backing.FromImports);
    }

    /// <summary>Imported words beside them do not make what somebody gave as background more than that.</summary>
    [Fact]
    public async Task Backing_BackgroundAndImports_StaysBackground()
    {
        var theme = await side.ThemeAsync(_consultation.Id, "boards");
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, "background")) { Permission = QuotingPermission.BackgroundOnly });
        var own = await side.CodeAsync(_consultation.Id, ids[0], theme);
        var (_, notes) = await side.ImportAsync(window, (1, "A note."));
        var note = await side.CodeAsync(_consultation.Id, notes[0], theme);
        Assert.True((await BackingAsync(window, [own, note])).IsBackgroundOnly);
    }

    [Fact]
    public async Task Frozen_ImportsInAWindow_DoNotMakeItSo()
    {
        var (window, _, _) = await CodedAsync(voices: 3, imports: 2);
        Assert.False(await side.AskAsync<Backings, bool>(backings => backings.IsFrozenAsync(window, default)));
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(window, default)));
        Assert.True(await side.AskAsync<Backings, bool>(backings => backings.IsFrozenAsync(window, default)));
        Assert.Equal(2, (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, new InputFilter { Kind = InputKind.Imported }))).Items.Count);
    }

    /// <summary>Ten imports in Arabic name no language, and no group.</summary>
    [Fact]
    [Invariant(22)]
    public async Task NamedLanguagesAndGroups_Imports_NameNone()
    {
        var (window, _) = await side.WindowAsync(Enumerable.Range(0, 6).Select(number => new Voice("companies", (1, $"text {number}"))));
        await side.CensusAsync(window, new GroupSize("companies", 0, "business", 40, new(6, 1, 1), new(6, 1, 1)));
        var before = await PartsAsync(window);
        await side.AskAsync<ImportBook, bool>(async imports =>
        {
            foreach (var language in new[] { Language.Arabic, Language.English })
                await imports.AddAsync(Guid.NewGuid(), window, ImportChannel.Table, "A survey", language, [.. Enumerable.Range(0, 12).Select(number => new ImportedText(1, "Answer", $"Answer {number}."))], default);
            return true;
        });
        Assert.Equal(before, await PartsAsync(window));
        Assert.False(await side.AskAsync<SpokenLanguages, bool>(languages => languages.MayBeNamedAsync(window, "ar", default)));
    }

    [Fact]
    public async Task Matrix_Imports_StandBesideTheLineAndInNoNumberOfIt()
    {
        var (window, _, _) = await CodedAsync(voices: 3, imports: 5);
        var alone = await side.ThemeAsync(_consultation.Id, "said in meetings only");
        var (_, more) = await side.ImportAsync(window, (2, "Only here."));
        await side.CodeAsync(_consultation.Id, more[0], alone);
        var matrix = await side.AskAsync<CodingMatrices, CodingMatrix>(matrices => matrices.OfAsync(window, default));
        Assert.False(matrix.IsFrozen);
        Assert.Equal([("boards", 3, 3, 5), ("said in meetings only", 0, 0, 1)], matrix.Themes.Select(line => (line.Theme.Name, line.Contributors.Team!.Number, line.Inputs.Number, line.Imported.Number)));
        Assert.Equal([3, 0], matrix.Themes[0].ByArea.Select(cell => cell.Team!.Number));
        Assert.Equal((3, 0), (matrix.Themes[0].Support.Team!.Number, matrix.Themes[1].Support.Team!.Number));
        // They are read and coded like the rest.
        Assert.Equal([8, 1], matrix.Progress.Select(line => line.Inputs.Number));
    }

    /// <summary>A campaign that was also handed in at a meeting counts its senders, and the meeting's sheet is none.</summary>
    [Fact]
    public async Task Campaign_WithAnImport_CountsItsSenders()
    {
        const string campaign = "Please do not let this focus area become a collection of new laws that nobody can afford to follow.";
        var theme = await side.ThemeAsync(_consultation.Id, "laws");
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, campaign)), new Voice("companies", (1, campaign)), new Voice("companies", (1, "My own words.")));
        var (_, notes) = await side.ImportAsync(window, (1, campaign));
        var proposal = Assert.Single((await side.AskAsync<AlikeTexts, AlikeOverview>(alike => alike.OfWindowAsync(window, default))).Proposed);
        Assert.Equal((3, 2, 1), (proposal.Texts.Number, proposal.Contributors!.Number, proposal.Variants[0].Imported.Number));
        Assert.Equal(AlikeResult.Done, await side.AskAsync<AlikeTexts, AlikeResult>(alike => alike.ConfirmAsync(window, proposal.Key, 3, [], Coder, default)));
        var (sent, note) = (await side.CodeAsync(_consultation.Id, ids[0], theme), await side.CodeAsync(_consultation.Id, notes[0], theme));
        Assert.Equal((1, 2), await NumbersAsync(window, sent, note));
        Assert.Equal((0, 2), await NumbersAsync(window, note));

        async Task<(int, int)> NumbersAsync(Guid of, params Guid[] excerpts)
        {
            var backing = await BackingAsync(of, excerpts);
            return (backing.Contributors.Number, backing.Addressed.Number);
        }
    }

    /// <summary>Two copies of one sheet are proposed as the same text, whoever brought them; nothing counts by it.</summary>
    [Fact]
    public async Task Alike_TwoImports_AreProposed()
    {
        const string sheet = "Please do not let this focus area become a collection of new laws that nobody can afford to follow.";
        var (window, _) = await side.WindowAsync(new Voice(null, (1, "Something else.")));
        await side.AskAsync<ImportBook, bool>(async imports =>
        {
            await imports.AddAsync(Guid.NewGuid(), window, ImportChannel.Table, "A survey", Language.English, [new(1, null, sheet), new(1, null, sheet)], default);
            return true;
        });
        var proposal = Assert.Single((await side.AskAsync<AlikeTexts, AlikeOverview>(alike => alike.OfWindowAsync(window, default))).Proposed);
        Assert.Equal((2, 0), (proposal.Texts.Number, proposal.Contributors!.Number));
    }

    /// <summary>A point on imports alone may be written without a phrase, and with none; the check says why. Freezing changes nothing about it.</summary>
    [Fact]
    public async Task Report_PointOnImportsAlone_HasNoPhraseBeforeAndAfterFreezing()
    {
        var (windowId, own, imported) = await CodedAsync(voices: 12, imports: 6);
        var window = InventedConsultation.Window(_consultation, windowId);
        var number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, window, Language.English, Coder, default));
        var report = await ReportAsync(number);
        var area = report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;
        Assert.Equal(DraftResult.WordingTooStrong, (await AddAsync(report, area, "One participant asked for **a shorter paper**.", AttributionLadder.One, imported)).Result);
        var alone = await AddAsync(report, area, "As the notes of the meeting say, **a shorter paper** was asked for.", null, imported);
        var boasting = await AddAsync(report, area, "Many participants asked for **a shorter paper** at the meeting.", null, imported);
        var both = await AddAsync(report, area, "Participants asked for **a shorter paper** in writing.", AttributionLadder.Noted, [.. own, .. imported]);
        Assert.Equal([DraftResult.Done, DraftResult.Done, DraftResult.Done], new[] { alone, boasting, both }.Select(outcome => outcome.Result));

        async Task CheckAsync()
        {
            report = await ReportAsync(number);
            var findings = await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
            Assert.Equal([(FindingKind.ImportsAlone, false)], findings.Where(one => one.StatementId == alone.Id).Select(one => (one.Kind, one.IsBlocking)));
            Assert.Equal([FindingKind.PhraseInText, FindingKind.ImportsAlone], findings.Where(one => one.StatementId == boasting.Id).Select(one => one.Kind));
            Assert.DoesNotContain(findings, one => one.StatementId == both.Id);
        }

        await CheckAsync();
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(windowId, default)));
        await CheckAsync();
        Assert.Equal(DraftResult.Done, (await ChangeAsync(report, alone.Id!.Value, "As the notes of the meeting say, **a far shorter paper** was asked for.", null, imported)).Result);
        Assert.Equal(DraftResult.Frozen, (await ChangeAsync(report, alone.Id!.Value, "One participant asked for **a shorter paper**.", AttributionLadder.One, imported)).Result);
        Assert.Equal(DraftResult.Frozen, (await ChangeAsync(report, both.Id!.Value, "**A shorter paper** was asked for.", null, [.. own, .. imported])).Result);
    }

    [Fact]
    [Invariant(23)]
    public async Task SealPageAndReport_AfterAnImport_TellWhatTheyToldBefore()
    {
        var (windowId, _) = await side.WindowAsync(Enumerable.Range(0, 6).Select(number => new Voice("companies", (1, $"text {number}"))));
        var page = await side.AskAsync<SealPages, SealPage?>(pages => pages.FindAsync(windowId, default));
        await side.ImportAsync(windowId, (1, "One."), (1, "Two."), (2, "Three."), (null, "Four."), (1, "Five."));
        Assert.Equal(page!.Contributors, (await side.AskAsync<SealPages, SealPage?>(pages => pages.FindAsync(windowId, default)))!.Contributors);
        var number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, windowId), Language.English, Coder, default));
        var text = string.Join('\n', (await ReportAsync(number)).Texts().Select(InlineText.Plain));
        Assert.Contains("Between five and nine contributors", text, StringComparison.Ordinal);
        Assert.DoesNotContain("en or more contributors", text, StringComparison.Ordinal);
    }

    /// <summary>An export says of an imported text where it comes from, and of nobody which group.</summary>
    [Fact]
    public async Task Export_Import_HasItsSourceAndNoGroup()
    {
        var (window, _, _) = await CodedAsync(voices: 6, imports: 1);
        var begun = await side.AskAsync<ExportRegister, BegunExport>(register => register.BeginAsync(
            new ExportOrder(window, _consultation.Id, "json", "Reading", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20), NamesGroups: true, NamesLanguages: true), Coder, Other, default));
        var read = await side.AskAsync<ExportReading, List<ExportedInput>>(async reading =>
        {
            var inputs = new List<ExportedInput>();
            await foreach (var input in reading.ReadAsync(begun, default)) inputs.Add(input);
            return inputs;
        });
        Assert.Equal(7, read.Count);
        var import = read.Single(input => input.Kind == InputKind.Imported);
        Assert.Equal(("Notes of a meeting", "Discussion", null), (import.Lineage!.Source, import.Lineage.Part, import.Group));
        Assert.Single(import.Passages);
        Assert.All(read.Where(input => input != import), input => Assert.Null(input.Lineage));
    }

    private async Task<(Guid Window, Guid[] Own, Guid[] Imported)> CodedAsync(int voices, int imports)
    {
        var theme = await side.ThemeAsync(_consultation.Id, "boards");
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, voices).Select(number => new Voice("companies", (1, $"text {number}"))));
        var (_, notes) = await side.ImportAsync(window, [.. Enumerable.Range(0, imports).Select(number => ((int?)1, $"note {number}"))]);
        var (own, imported) = (new List<Guid>(), new List<Guid>());
        foreach (var id in ids) own.Add(await side.CodeAsync(_consultation.Id, id, theme));
        foreach (var id in notes) imported.Add(await side.CodeAsync(_consultation.Id, id, theme));
        return (window, [.. own], [.. imported]);
    }

    private Task<PointBacking> BackingAsync(Guid window, IReadOnlyCollection<Guid> excerpts) => side.AskAsync<Backings, PointBacking>(backings =>
        backings.OfAsync(window, 1, [.. excerpts.Select(id => new Evidence { KeyPointId = Guid.Empty, ExcerptId = id })], default));

    private async Task<string> PartsAsync(Guid window)
    {
        var (languages, groups) = await side.AskAsync<SpokenLanguages, (IReadOnlyList<string> Languages, IReadOnlyList<string> Groups)>(spoken => spoken.NarrowableAsync(window, default));
        return $"{string.Join(',', languages)} {string.Join(',', groups)}";
    }

    private Task<DraftOutcome> AddAsync(SummaryReport report, Guid section, string text, string? attribution, IEnumerable<Guid> excerpts) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(section), Draft(text, attribution, excerpts), Labels, Coder, default));

    private Task<DraftOutcome> ChangeAsync(SummaryReport report, Guid point, string text, string? attribution, IEnumerable<Guid> excerpts) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, point, Draft(text, attribution, excerpts), null, Labels, Coder, default));

    private static KeyPointDraft Draft(string text, string? attribution, IEnumerable<Guid> excerpts) =>
        new() { Text = text, Stance = Stance.Support, Attribution = attribution, CounterView = CounterView.NoneFound, Evidence = excerpts.ToDictionary(id => id, _ => EvidenceWeight.Main) };

    private async Task<SummaryReport> ReportAsync(int number) => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(number, null, default)))!;
}

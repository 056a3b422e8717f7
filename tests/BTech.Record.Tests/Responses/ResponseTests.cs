using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Record.Tests.Reports;
using BTech.Testing;

namespace BTech.Record.Tests.Responses;

/// <summary>What the team answers to a published report: written by several, checked, released at once, and then fixed.</summary>
public sealed class ResponseTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly ResponseDraft Accepted = new(Disposition.Accepted, null, null, null);

    private readonly Consultation _consultation = InventedConsultation.New();
    private readonly List<Guid> _points = [];
    private SummaryReport _report = null!;

    [Theory]
    [InlineData(null, "Because.", null, null, ResponseResult.DispositionMissing)]
    [InlineData((Disposition)9, "Because.", null, null, ResponseResult.DispositionMissing)]
    [InlineData(Disposition.Partly, "  ", null, null, ResponseResult.ReasonMissing)]
    [InlineData(Disposition.NotNow, null, null, null, ResponseResult.ReasonMissing)]
    [InlineData(Disposition.Noted, "", null, null, ResponseResult.ReasonMissing)]
    [InlineData(Disposition.Accepted, "", 2, 3, ResponseResult.NoSuchParagraph)]
    [InlineData(Disposition.Accepted, "", 1, 1, ResponseResult.NoSuchParagraph)]
    [InlineData(Disposition.Accepted, "", null, 1, ResponseResult.NoSuchParagraph)]
    [InlineData(Disposition.Accepted, "", 2, 1, ResponseResult.Done)]
    [InlineData(Disposition.Accepted, "", 2, null, ResponseResult.Done)]
    public async Task Save_KeepsTheRules(Disposition? disposition, string? reason, int? paper, int? paragraph, ResponseResult expected)
    {
        await PublishedAsync();
        Assert.Equal(expected, await SaveAsync(0, new ResponseDraft(disposition, reason, paper, paragraph)));
        Assert.Equal(expected is ResponseResult.Done ? 1 : 0, (await WrittenAsync()).Count);
        // A version is named only with a paragraph of it.
        if (expected is ResponseResult.Done) Assert.Equal(paragraph is null ? null : paper, (await WrittenAsync())[_points[0]].PaperVersion);
    }

    [Fact]
    public async Task Save_ReasonOfAThousandCharacters_IsTheLongest()
    {
        await PublishedAsync();
        Assert.Equal(ResponseResult.ReasonTooLong, await SaveAsync(0, new ResponseDraft(Disposition.Noted, new string('a', 1001), null, null)));
        Assert.Equal(ResponseResult.Done, await SaveAsync(0, new ResponseDraft(Disposition.Noted, $" {new string('a', 1000)} ", null, null)));
    }

    [Fact]
    public async Task Save_OverWhatSomebodyElseWrote_IsRefused()
    {
        await PublishedAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(one => SaveAsync(0, new ResponseDraft(Disposition.Noted, $"Reason {one}.", null, null))));
        Assert.Equal([ResponseResult.Done, ResponseResult.Meanwhile], both.Order());
        var there = (await WrittenAsync())[_points[0]];
        Assert.Equal(ResponseResult.Meanwhile, await side.AskAsync<Record.Responses.Responses, ResponseResult>(responses => responses.RemoveAsync(_report, _points[0], null, default)));
        Assert.Equal(ResponseResult.Done, await SaveAsync(0, Accepted, there.Seen));
        Assert.Equal(ResponseResult.Meanwhile, await SaveAsync(0, new ResponseDraft(Disposition.Partly, "Late.", null, null), there.Seen));
        Assert.Equal(ResponseResult.Unchanged, await SaveAsync(0, Accepted, (await WrittenAsync())[_points[0]].Seen));
        var now = (await WrittenAsync())[_points[0]];
        Assert.Equal((Disposition.Accepted, ""), (now.Disposition, now.Reason));
        Assert.Equal(ResponseResult.Done, await side.AskAsync<Record.Responses.Responses, ResponseResult>(responses => responses.RemoveAsync(_report, _points[0], now.Seen, default)));
        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task Save_ReportNotPublicOrNoSuchPoint_IsNotThere()
    {
        await PublishedAsync(ReportStatus.Cleared);
        Assert.Equal(ResponseResult.NotThere, await SaveAsync(0, Accepted));
        await PublishedAsync(ReportStatus.Withdrawn);
        Assert.Equal(ResponseResult.NotThere, await SaveAsync(0, Accepted));
        await PublishedAsync();
        _points.Add(Guid.NewGuid());
        Assert.Equal(ResponseResult.NotThere, await SaveAsync(2, Accepted));
    }

    [Fact]
    public async Task Release_AllAtOnce_AndThenNothingChangesButByANewOne()
    {
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Partly, "The second half is for another project.", 2, 1));
        Assert.Equal(ResponseResult.Unanswered, await ReleaseAsync());
        await SaveAsync(1, Accepted);
        Assert.Equal(ResponseResult.Meanwhile, await ReleaseAsync("0000000000000000"));
        Assert.Empty(await ReleasedAsync());
        Assert.False(await side.AskAsync<ReleasedResponses, bool>(released => released.AreThereAsync(_report.Number, default)));
        Assert.Equal(ResponseResult.Done, await ReleaseAsync());
        var first = await ReleasedAsync();
        Assert.Equal(_points.Order(), first.Keys.Order());
        Assert.Equal((Disposition.Partly, "The second half is for another project.", 2, 1, 1),
            (first[_points[0]].Disposition, first[_points[0]].Reason, first[_points[0]].PaperVersion, first[_points[0]].Paragraph, first[_points[0]].Release));
        Assert.Equal(ResponseResult.Unchanged, await ReleaseAsync());

        await SaveAsync(1, new ResponseDraft(Disposition.Noted, "It stays as it is.", null, null), (await WrittenAsync())[_points[1]].Seen);
        Assert.Equal(Disposition.Accepted, (await ReleasedAsync())[_points[1]].Disposition);
        Assert.Equal(ResponseResult.Done, await ReleaseAsync());
        Assert.Equal((Disposition.Noted, 2), ((await ReleasedAsync())[_points[1]].Disposition, (await ReleasedAsync())[_points[1]].Release));
        Assert.Equal(4L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.released_response WHERE report_number = {_report.Number}"));
        // Not even a mistake in the code could change what was released.
        Assert.False(await side.ScalarAsync<bool>("SELECT has_table_privilege('consult_record', 'record.released_response', 'UPDATE')"));
        Assert.False(await side.ScalarAsync<bool>("SELECT has_table_privilege('consult_record', 'record.commented_band', 'UPDATE')"));
    }

    [Fact]
    public async Task Release_ParagraphTakenBackMeanwhile_IsRefused()
    {
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Accepted, "", 2, 1));
        await SaveAsync(1, Accepted);
        Assert.Equal(ResponseResult.NoSuchParagraph, await ReleaseAsync(paper: Since(Paper(1, 5))));
        Assert.Empty(await ReleasedAsync());
    }

    /// <summary>A paragraph that a later version has in other words is looked up again before anything is released; one that only moved is still what was meant.</summary>
    [Fact]
    public async Task Release_ParagraphThatALaterVersionChanged_WaitsUntilSomebodyHasLooked()
    {
        var (first, second, third) = (Paper(1, Scope, Remedy), Paper(2, Scope, Remedy), Paper(3, "# Before", "Something new that nobody has read before stands here now.", Remedy, "The scope is another one entirely: public bodies buying services."));
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Accepted, "", 2, 1), paper: Since(first, second));
        await SaveAsync(1, new ResponseDraft(Disposition.Accepted, "", 2, 2), paper: Since(first, second));
        Assert.Equal(ResponseResult.Overtaken, await ReleaseAsync(paper: Since(first, second, third)));
        Assert.Empty(await ReleasedAsync());
        // Nor is it written so again.
        Assert.Equal(ResponseResult.Overtaken, await SaveAsync(0, new ResponseDraft(Disposition.Noted, "As before.", 2, 1), (await WrittenAsync())[_points[0]].Seen, Since(first, second, third)));
        Assert.Equal(ResponseResult.Done, await SaveAsync(0, new ResponseDraft(Disposition.Accepted, "", 3, 3), (await WrittenAsync())[_points[0]].Seen, Since(first, second, third)));
        Assert.Equal(ResponseResult.Done, await ReleaseAsync(paper: Since(first, second, third)));
        Assert.Equal((2, 2), ((await ReleasedAsync())[_points[1]].PaperVersion, (await ReleasedAsync())[_points[1]].Paragraph));
    }

    /// <summary>Signed last of all: a refused release asks for no signature, and one whose signatures cannot be noted releases nothing.</summary>
    [Fact]
    public async Task Release_IsSignedWhenNothingElseIsInTheWay_AndNotDoneWithoutIt()
    {
        var signed = 0;
        Func<Task> sign = () =>
        {
            signed++;
            return Task.CompletedTask;
        };
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Noted, "Write to someone@example.com.", null, null));
        Assert.Equal(ResponseResult.Unanswered, await ReleaseAsync(sign: sign));
        await SaveAsync(1, Accepted);
        Assert.Equal(ResponseResult.Blocked, await ReleaseAsync(sign: sign));
        Assert.Equal(0, signed);
        await SaveAsync(0, Accepted, (await WrittenAsync())[_points[0]].Seen);
        await Assert.ThrowsAsync<TimeoutException>(() => ReleaseAsync(sign: () => throw new TimeoutException()));
        Assert.Empty(await ReleasedAsync());
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.commented_band WHERE report_number = {_report.Number}"));
        Assert.Equal(ResponseResult.Done, await ReleaseAsync(sign: sign));
        Assert.Equal(ResponseResult.Unchanged, await ReleaseAsync(sign: sign));
        Assert.Equal(1, signed);
    }

    /// <summary>Reasons are held to the rules of the report: names, contact data, a contributor's own words, and words on who or how many.</summary>
    [Theory]
    [Invariant(24)]
    [InlineData("We followed Zoé Nouvelle here.", FindingKind.PersonNamed)]
    [InlineData("Nimbus Cloudworks has a guide on it.", FindingKind.OrganisationNamed)]
    [InlineData("Write to someone@example.com for more.", FindingKind.ContactData)]
    [InlineData("It says that every company should publish a yearly account of its cloud contracts.", FindingKind.Verbatim)]
    [InlineData("Many participants asked for this.", FindingKind.PhraseInText)]
    [InlineData("Most participants asked for this.", FindingKind.UnlistedQuantifier)]
    [InlineData("A few companies asked for this.", FindingKind.GroupWord)]
    [InlineData("No State objected to it.", FindingKind.AllOrNone)]
    [InlineData("One of the organisations offered to co-convene a meeting on it.", FindingKind.OfferBesideView)]
    [InlineData("There was an offer to co-convene a workshop on it.", FindingKind.OfferBesideView)]
    public async Task Release_ReasonThatGivesSomebodyAway_IsRefused(string reason, FindingKind kind)
    {
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Noted, reason, null, null));
        await SaveAsync(1, new ResponseDraft(Disposition.Noted, "The paper says so in the paragraph on scope.", null, null));
        Assert.Contains(await CheckAsync(), finding => finding.Kind == kind && finding.IsBlocking && finding.StatementId == _points[0]);
        Assert.DoesNotContain(await CheckAsync(), finding => finding.StatementId == _points[1]);
        Assert.Equal(ResponseResult.Blocked, await ReleaseAsync());
        Assert.Empty(await ReleasedAsync());
    }

    [Fact]
    public async Task Check_MarkupInAReason_IsPlainText()
    {
        await PublishedAsync();
        await SaveAsync(0, new ResponseDraft(Disposition.Noted, "We keep **this** [as it is](https://example.com/x) [^1].", null, null));
        Assert.Contains(await CheckAsync(), finding => finding.Kind == FindingKind.ContactData);
    }

    /// <summary>Told once, so that a withdrawal between two releases shows in no band; below five nothing is told.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Release_CommentsInBands_AreToldOnceAndFromFiveOn()
    {
        await PublishedAsync(comments: [(1, 10), (2, 5), (3, 4), (4, 1)]);
        await SaveAsync(0, Accepted);
        await SaveAsync(1, Accepted);
        await ReleaseAsync();
        Assert.Equal([Band.TenOrMore, Band.FiveToNine, Band.None, Band.None, Band.None], await BandsAsync());
        foreach (var paragraph in new[] { 1, 2 })
            await side.WithdrawAsync(await side.ScalarAsync<Guid>($"SELECT id FROM record.sealed_input WHERE window_id = '{_report.WindowId}' AND paragraph_number = {paragraph} LIMIT 1"));
        await SaveAsync(0, new ResponseDraft(Disposition.Noted, "It stays.", null, null), (await WrittenAsync())[_points[0]].Seen);
        Assert.Equal(ResponseResult.Done, await ReleaseAsync());
        Assert.Equal([Band.TenOrMore, Band.FiveToNine, Band.None, Band.None, Band.None], await BandsAsync());
    }

    /// <summary>Whoever sends a campaign's text and words of their own is one voice, and a campaign of whose senders one counts already adds nobody.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Release_CampaignOfSomebodyWhoCounts_AddsNobody()
    {
        await PublishedAsync(comments: [(1, 6), (2, 6)]);
        foreach (var paragraph in new[] { 1, 2 })
        {
            // Two of the six texts are one; in the first paragraph one of its senders wrote one of the others too.
            var inputs = await side.ScalarAsync<Guid[]>($"SELECT array_agg(id ORDER BY id) FROM record.sealed_input WHERE window_id = '{_report.WindowId}' AND paragraph_number = {paragraph}");
            await side.ExecuteAsync($"""
                WITH alike AS (INSERT INTO record.alike_group (id, window_id, is_one_text, decided_by) VALUES (gen_random_uuid(), '{_report.WindowId}', true, gen_random_uuid()) RETURNING id)
                INSERT INTO record.alike_text (group_id, input_id, is_out) SELECT id, one, false FROM alike, unnest(ARRAY['{inputs[0]}', '{inputs[1]}']::uuid[]) one
                """);
            if (paragraph == 1) await side.ExecuteAsync($"UPDATE record.sealed_input SET contributor_id = (SELECT contributor_id FROM record.sealed_input WHERE id = '{inputs[2]}') WHERE id = '{inputs[1]}'");
        }
        await SaveAsync(0, Accepted);
        await SaveAsync(1, Accepted);
        await ReleaseAsync();
        Assert.Equal([Band.None, Band.FiveToNine, Band.None, Band.None, Band.None], await BandsAsync());
    }

    /// <summary>No band that the two largest delegations could make up.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Release_AsManyAsTwoDelegations_AreNotTold()
    {
        await PublishedAsync(comments: [(1, 7), (2, 8), (3, 10)]);
        await side.CensusAsync(_report.WindowId,
            new GroupSize("companies", 1, "companies", 20, new Reach(3, 4, 2), new Reach(3, 4, 2)), new GroupSize("States", 2, "States", 20, new Reach(3, 3, 1), new Reach(3, 3, 1)));
        await SaveAsync(0, Accepted);
        await SaveAsync(1, Accepted);
        await ReleaseAsync();
        Assert.Equal([Band.None, Band.None, Band.TenOrMore, Band.None, Band.None], await BandsAsync());
    }

    [Fact]
    public async Task Release_RoundFrozen_CountsNobody()
    {
        await PublishedAsync(comments: [(1, 10)]);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_report.WindowId, default)));
        await SaveAsync(0, Accepted);
        await SaveAsync(1, Accepted);
        Assert.Equal(ResponseResult.Done, await ReleaseAsync());
        Assert.Empty(await BandsAsync());
    }

    private const string Scope = "This paper is about companies whose services run on computers of others, wherever these stand.";
    private const string Remedy = "Whoever was harmed needs access to remedy, in court or outside of it, and needs to know that it is there at all.";

    private static PaperVersion Paper(int number, int paragraphs) => Paper(number, [.. Enumerable.Repeat("Words.", paragraphs)]);

    private static PaperVersion Paper(int number, params string[] texts)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = number, Title = LocalizedText.InEnglish("Draft") };
        var paragraph = 0;
        foreach (var text in texts)
            paper.Paragraphs.Add(new Paragraph
            {
                Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = paper.Paragraphs.Count + 1, Number = text.StartsWith('#') ? null : ++paragraph, Text = LocalizedText.InEnglish(text),
            });
        return paper;
    }

    private static PaperSince Since(PaperVersion commented, params PaperVersion[] newer) =>
        new(commented, newer, [.. newer.Prepend(commented).Zip(newer, (before, after) => Alignment.Propose(before.Paragraphs, after.Paragraphs))]);

    // A report with two key points; texts of which one says what no reason may repeat, and comments on paragraphs.
    private async Task PublishedAsync(ReportStatus status = ReportStatus.Published, (int Paragraph, int Count)[]? comments = null)
    {
        var voices = new List<SealedSide.Voice> { new("companies", (1, "We think that every company should publish a yearly account of its cloud contracts.")) };
        var places = (comments ?? []).SelectMany(one => Enumerable.Repeat(one.Paragraph, one.Count)).ToList();
        voices.AddRange(places.Select((_, number) => new SealedSide.Voice("companies", (1, $"Comment number {number}."))));
        var (window, inputs) = await side.WindowAsync(voices);
        foreach (var (place, input) in places.Zip(inputs.Skip(1))) await side.ExecuteAsync($"UPDATE record.sealed_input SET paragraph_number = {place} WHERE id = '{input}'");
        _points.Clear();
        _report = new SummaryReport
        {
            Id = Guid.NewGuid(), Number = await side.AskAsync<SummaryReports, int>(reports => reports.NextNumberAsync(default)), Version = 1, ConsultationId = _consultation.Id, WindowId = window,
            Language = "en", Title = "Summary Report", EventLine = "An event", Status = status,
        };
        var section = new Section { Id = Guid.NewGuid(), ReportId = _report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "Area 1", Order = 1 };
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Paragraph };
        foreach (var (phrase, order) in new[] { ("a shorter paper", 1), ("a longer paper", 2) })
        {
            var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = order, Text = $"Some participants asked for **{phrase}**." };
            block.Statements.Add(point);
            _points.Add(point.LineageId);
        }
        section.Blocks.Add(block);
        _report.Sections.Add(section);
        await side.AskAsync<SummaryReports, bool>(async reports =>
        {
            await reports.AddAsync(_report, [], default);
            return true;
        });
    }

    private static LintSources Sources => new(new NamesInText(["Zoé Nouvelle"], []), new NamesInText([], ["Nimbus Cloudworks"]), [], []);

    private Task<ResponseResult> SaveAsync(int point, ResponseDraft draft, string? seen = null, PaperSince? paper = null) =>
        side.AskAsync<Record.Responses.Responses, ResponseResult>(responses => responses.SaveAsync(_report, _points[point], draft, seen, paper ?? Since(Paper(1, 5), Paper(2, 2)), default));

    private Task<IReadOnlyDictionary<Guid, Response>> WrittenAsync() => side.AskAsync<Record.Responses.Responses, IReadOnlyDictionary<Guid, Response>>(responses => responses.OfReportAsync(_report.Number, default));

    private Task<IReadOnlyDictionary<Guid, ReleasedResponse>> ReleasedAsync() =>
        side.AskAsync<ReleasedResponses, IReadOnlyDictionary<Guid, ReleasedResponse>>(released => released.OfReportAsync(_report.Number, default));

    private Task<IReadOnlyList<Finding>> CheckAsync() => side.AskAsync<ResponseRelease, IReadOnlyList<Finding>>(release => release.CheckAsync(_report, _consultation, Sources, default));

    private async Task<ResponseResult> ReleaseAsync(string? seen = null, PaperSince? paper = null, Func<Task>? sign = null)
    {
        seen ??= ResponseRelease.SeenOf((await WrittenAsync()).Values);
        return await side.AskAsync<ResponseRelease, ResponseResult>(release => release.ReleaseAsync(
            _report, _consultation, Sources, paper ?? Since(Paper(1, 5), Paper(2, 2)), seen, sign ?? (() => Task.CompletedTask), default));
    }

    private async Task<IReadOnlyList<Band>> BandsAsync() =>
        [.. (await side.AskAsync<ReleasedResponses, IReadOnlyDictionary<int, PublicCount>>(released => released.CommentsAsync(_report.Number, default))).OrderBy(band => band.Key).Select(band => band.Value.Band)];
}

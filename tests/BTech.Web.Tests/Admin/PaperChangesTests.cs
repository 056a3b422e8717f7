using System.Net;
using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What changed since the version before: proposed with the new version, decided by an administrator, read by anybody.</summary>
public sealed class PaperChangesTests : IAsyncLifetime
{
    private const string Papers = "/admin/consultations/b-tech/papers";
    private const string Before = "# Paper\n\nCompanies should provide access to remedy for people affected by their products.\n\nStates have a duty to protect against abuse by third parties.\n\nThis one goes away, whatever it says.\n";
    private const string After = "# Paper\n\nStates have a duty to protect against abuse by third parties.\n\nCompanies should provide quick access to remedy for people affected by their services.\n\nQuite new words on gender, children and minorities.\n";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(_host);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        await SaveAsync(Before);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Changes_Proposed_CanBeCorrectedWithReasonsThatAnybodyReads()
    {
        await SaveAsync(After);
        Assert.Equal(
            [ChangeKind.Moved, ChangeKind.Reworded, ChangeKind.Added, ChangeKind.Deleted],
            (await ComparisonAsync()).Lines.Select(line => line.Kind == ChangeKind.Unchanged ? ChangeKind.Moved : line.Kind).Order());
        var page = await _admin.GetAsync($"{Papers}/3/changes?show=changed");
        var (reworded, added) = (FieldOf(page, newer: true, number: 2), FieldOf(page, newer: true, number: 3));
        Assert.Equal(("1", ""), (page.Value($"{reworded}.Others"), page.Value($"{added}.Others") ?? ""));
        Assert.NotNull(page.Document.QuerySelector("del") ?? page.Document.QuerySelector("ins"));

        // The person knows better: what seemed new came from the third paragraph; typed in Arabic digits.
        var saved = await _admin.SubmitAsync(page, [($"{added}.Others", "٣"), ($"{added}.Reason", "Asked for by <many>"), ($"{reworded}.Reason", "Clearer")], "#decide");
        Assert.Equal((HttpStatusCode.OK, $"{Papers}/3/changes"), (saved.Status, saved.Address.AbsolutePath));
        var lines = (await ComparisonAsync()).Lines;
        Assert.DoesNotContain(lines, line => line.Kind is ChangeKind.Deleted or ChangeKind.Added || line.IsDoubtful);
        Assert.Equal(["Asked for by <many>"], lines.Single(line => line.New[0].Number == 3).Reasons.Select(reason => reason.ToString()));

        using var anyone = _host.NewVisitor();
        var compared = await anyone.GetAsync("/consultations/b-tech/paper/compare/2/3");
        Assert.Contains("Reason: Asked for by <many>", compared.Text, StringComparison.Ordinal);
        Assert.Contains("Reason: Clearer", compared.Text, StringComparison.Ordinal);
        Assert.Contains("paper version 3: changes decided", (await _admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_Reasons_AreWrittenInEachLanguageAndReadInTheReaders()
    {
        await SaveAsync(After);
        var english = await _admin.GetAsync($"{Papers}/3/changes?show=changed");
        var field = FieldOf(english, newer: true, number: 2);
        var saved = await _admin.SubmitAsync(english, [($"{field}.Reason", "Clearer")], "#decide");
        var arabic = await _admin.GetAsync(saved.Document.QuerySelector("a[href*='reasons=ar']")!.GetAttribute("href")!);
        field = FieldOf(arabic, newer: true, number: 2);
        Assert.Equal("ar", arabic.Document.QuerySelector($"textarea[name='{field}.Reason']")!.GetAttribute("lang"));
        Assert.Equal("", arabic.Value($"{field}.Reason")?.Trim() ?? "");
        var both = await _admin.SubmitAsync(arabic, [($"{field}.Reason", "أوضح")], "#decide");
        Assert.Contains("reasons=ar", both.Address.Query, StringComparison.Ordinal);
        Assert.Equal("أوضح", both.Value($"{field}.Reason")?.Trim());

        using var anyone = _host.NewVisitor();
        Assert.Contains("Clearer", (await anyone.GetAsync("/consultations/b-tech/paper/compare/2/3")).Text, StringComparison.Ordinal);
        var read = await anyone.GetAsync("/ar/consultations/b-tech/paper/compare/2/3");
        Assert.Contains("أوضح", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clearer", read.Text, StringComparison.Ordinal);

        // One that is emptied goes alone.
        await _admin.SubmitAsync(both, [($"{field}.Reason", "")], "#decide");
        Assert.Equal(["en"], (await ComparisonAsync()).Lines.Single(line => line.Kind == ChangeKind.Reworded).Reasons.Single().ByCode.Keys);
    }

    [Fact]
    public async Task Change_Deleted_CanBeSaidToHaveBecomeAnother()
    {
        await SaveAsync(After);
        var page = await _admin.GetAsync($"{Papers}/3/changes?show=changed");
        await _admin.SubmitAsync(page, [($"{FieldOf(page, newer: false, number: 3)}.Others", "2, 3")], "#decide");
        var lines = (await ComparisonAsync()).Lines;
        Assert.Equal(ChangeKind.Rearranged, lines.Single(line => line.Old.Any(paragraph => paragraph.Number == 3)).Kind);
        Assert.DoesNotContain(lines, line => line.Kind == ChangeKind.Deleted);
    }

    [Theory]
    [InlineData("9", "has no paragraph 9")]
    [InlineData("first", "has no paragraph first")]
    [InlineData("1, 99999999999", "has no paragraph 99999999999")]
    public async Task Changes_NumberThatIsNone_IsRefusedWithWhatWasTyped(string typed, string reason)
    {
        await SaveAsync(After);
        var page = await _admin.GetAsync($"{Papers}/3/changes?show=changed");
        var field = FieldOf(page, newer: true, number: 3);
        var refused = await _admin.SubmitAsync(page, [($"{field}.Others", typed), ($"{field}.Reason", "My reason")], "#decide");
        Assert.Equal((HttpStatusCode.BadRequest, typed, "My reason"), (refused.Status, refused.Value($"{field}.Others"), refused.Value($"{field}.Reason")?.Trim()));
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.Contains((await ComparisonAsync()).Lines, line => line.Kind == ChangeKind.Added);
        var tooLong = await _admin.SubmitAsync(page, [($"{field}.Reason", new string('x', 501))], "#decide");
        Assert.Equal([$"{field}.Reason"], tooLong.InvalidFields);
    }

    [Fact]
    public async Task Changes_DecidedByTwoAtOnce_LoseNothing()
    {
        await SaveAsync(After);
        var (first, second) = (await _admin.GetAsync($"{Papers}/3/changes?show=changed"), await _admin.GetAsync($"{Papers}/3/changes?show=changed"));
        var field = FieldOf(first, newer: true, number: 2);
        await _admin.SubmitAsync(first, [($"{field}.Reason", "The first reason")], "#decide");
        var late = await _admin.SubmitAsync(second, [($"{field}.Reason", "The second reason")], "#decide");
        Assert.Equal((HttpStatusCode.BadRequest, "The second reason"), (late.Status, late.Value($"{field}.Reason")?.Trim()));
        Assert.Equal("The first reason", (await ComparisonAsync()).Lines.Single(line => line.Kind == ChangeKind.Reworded).Reasons.Single().ToString());
        await _admin.SubmitAsync(late, form: "#decide");
        Assert.Equal("The second reason", (await ComparisonAsync()).Lines.Single(line => line.Kind == ChangeKind.Reworded).Reasons.Single().ToString());
    }

    [Fact]
    public async Task Changes_OfAVersionTakenBackMeanwhile_GiveBackWhatWasTyped()
    {
        await SaveAsync(After);
        var page = await _admin.GetAsync($"{Papers}/3/changes?show=changed");
        var removed = (await ComparisonAsync()).New.Id;
        Assert.Equal(Removal.Done, await _host.WithAsync<ScopingPapers, Removal>(papers => papers.RemoveAsync(removed, Cancel)));
        (string, string?)[] typed = [($"{FieldOf(page, newer: true, number: 2)}.Reason", "Typed with care")];
        var gone = await _admin.SubmitAsync(page, typed, "#decide");
        Assert.Equal(HttpStatusCode.BadRequest, gone.Status);
        Assert.Contains("Typed with care", gone.Body, StringComparison.Ordinal);
        // Another in its place is not the one that was decided about.
        await SaveAsync(After);
        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.SubmitAsync(page, typed, "#decide")).Status);
        Assert.All((await ComparisonAsync()).Lines, line => Assert.Empty(line.Reasons));
    }

    [Fact]
    public async Task Changes_InDoubt_AreListedAndGoOnceDecided()
    {
        await SaveAsync("# Paper\n\nCompanies ought to give access to remedy to all people, whatever they sell or do with their products.\n\nStates have a duty to protect against abuse by third parties.\n");
        Assert.Contains("To check:", (await _admin.GetAsync(Papers)).Text, StringComparison.Ordinal);
        var page = await _admin.GetAsync($"{Papers}/3/changes");
        Assert.NotEmpty(page.Document.QuerySelectorAll("#decide li"));
        await _admin.SubmitAsync(page, form: "#decide");
        Assert.Empty((await _admin.GetAsync($"{Papers}/3/changes?show=doubtful")).Document.QuerySelectorAll("#decide li"));
        Assert.DoesNotContain("To check:", (await _admin.GetAsync(Papers)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_TakenAsAWordDocumentAndBroughtIn_HasNotChanged()
    {
        await SaveAsync("# Paper\n\nIntro *with* **marks**, [a link](https://example.org/) and 5 \\* 3.\n\n## Focus area 1\n\nAs follows:\n\n- one\n- two\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n### Deeper\n\n1\\. Typed.\n");
        var file = await _admin.Http.GetByteArrayAsync(new Uri("/consultations/b-tech/paper/3.docx", UriKind.Relative), Cancel);
        var check = await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), form: "#read", files: new Dictionary<string, (string, byte[])> { ["PaperFile"] = ("paper.docx", file) });
        Assert.Equal("Paper", check.Value("PaperTitle"));
        await _admin.SubmitAsync(check, form: "#correct", button: "[value=save]");
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        var comparison = (await _host.WithAsync<PaperChanges, PaperComparison?>(changes => changes.FindAsync(consultation.Id, 3, 4, Cancel)))!;
        Assert.Equal(6, comparison.Lines.Count);
        Assert.All(comparison.Lines, line => Assert.Equal(ChangeKind.Unchanged, line.Kind));
        Assert.Equal(comparison.Old.Paragraphs.Select(paragraph => paragraph.FocusAreaNumber), comparison.New.Paragraphs.Select(paragraph => paragraph.FocusAreaNumber));
    }

    [Fact]
    public async Task Changes_ForOthersOrOfNoVersion_AreNotThere()
    {
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync($"{Papers}/2/changes")).Status);
        foreach (var number in new[] { 1, 9 }) Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"{Papers}/{number}/changes")).Status);
    }

    private static string FieldOf(VisitedPage page, bool newer, int number)
    {
        for (var at = 0; page.Document.QuerySelector($"[name='Lines[{at}].Number']") is { } field; at++)
            if (field.GetAttribute("value") == $"{number}" && page.Document.QuerySelector($"[name='Lines[{at}].IsNewer']")!.GetAttribute("value") == (newer ? "true" : "false")) return $"Lines[{at}]";
        throw new InvalidOperationException($"No line for paragraph {number}.");
    }

    private async Task SaveAsync(string text) =>
        await _admin.SubmitAsync(await _admin.SubmitAsync(await _admin.GetAsync($"{Papers}/new"), [("Text", text)], "#read"), form: "#correct", button: "[value=save]");

    private async Task<PaperComparison> ComparisonAsync()
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", Cancel)))!;
        return (await _host.WithAsync<PaperChanges, PaperComparison?>(changes => changes.FindAsync(consultation.Id, 2, 3, Cancel)))!;
    }
}

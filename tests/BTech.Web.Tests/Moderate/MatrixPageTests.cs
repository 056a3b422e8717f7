using System.Net;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The matrix of the sample's second round once everything in it is coded.</summary>
public sealed class MatrixPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Matrix = "/moderate/windows/b-tech/2/matrix";

    [Fact]
    public async Task EverythingCoded_MatrixIsWhatTheTablesSay()
    {
        await CodeTheRestAsync();
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Matrix);
        var progress = page.Document.QuerySelector("#progress")!;
        Assert.All(progress.QuerySelectorAll("tbody tr"), row => Assert.Equal("0", row.LastElementChild!.TextContent));
        // Counted another way: one row of the tables after the other.
        var expected = await site.Host.Database.ListAsync("""
            SELECT format('%s|%s|%s|%s|%s|%s', max(t.name), count(DISTINCT i.contributor_id),
              (SELECT string_agg(n::text, ',' ORDER BY a) FROM (
                SELECT a, (SELECT count(DISTINCT j.contributor_id) FROM record.coded_excerpt f JOIN record.sealed_input j ON j.id = f.input_id
                           WHERE f.theme_id = e.theme_id AND j.window_id = (array_agg(i.window_id))[1] AND coalesce(j.focus_area_number, 99) = a
                           AND NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = j.id AND d.is_set_aside)) AS n
                FROM unnest(ARRAY[1, 2, 3, 4, 99]) AS a) AS areas),
              count(DISTINCT i.contributor_id) FILTER (WHERE e.stance = 1), count(DISTINCT i.contributor_id) FILTER (WHERE e.stance = 2), count(DISTINCT i.contributor_id) FILTER (WHERE e.stance = 0))
            FROM record.coded_excerpt e JOIN record.sealed_input i ON i.id = e.input_id JOIN record.theme t ON t.id = e.theme_id
            WHERE NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside)
            GROUP BY e.theme_id
            """);
        var stances = page.Document.QuerySelectorAll("#stances tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), Cells);
        var shown = page.Document.QuerySelector("main table.numbers")!.QuerySelectorAll("tbody tr").Select(row =>
        {
            var (name, cells) = (row.QuerySelector("th bdi")!.TextContent, Cells(row));
            return $"{name}|{cells[0]}|{string.Join(',', cells[1..^1])}|{string.Join('|', stances[name])}";
        });
        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ForThePublic_OnlyBandsAreShown()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Matrix + "?view=public");
        Assert.All(page.Document.QuerySelectorAll("main td"), cell => Assert.Contains(cell.TextContent.Trim(), new[] { "–", "2 to 4", "5 to 9", "10 or more", "not told" }));
        Assert.Null(page.Document.QuerySelector("#progress"));
        Assert.NotNull(page.Document.QuerySelector("#stances svg rect"));
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("clearance")]
    public async Task ForWhoeverIsNoModerator_IsNotThere(string name)
    {
        using var visitor = await site.SignInAsync(name);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Matrix)).Status);
    }

    private static List<string> Cells(AngleSharp.Dom.IElement row) => [.. row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    private async Task CodeTheRestAsync()
    {
        var window = await site.WindowAsync(2);
        var theme = (await site.Host.WithAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(window.ConsultationId, default)))[0].Theme.Id;
        while ((await site.Host.WithAsync<InputList, InputPage>(inputs => inputs.PageAsync(Somebody, window.Id, new InputFilter { Uncoded = true }))).Items is { Count: > 0 } left)
            foreach (var input in left)
                await site.Host.WithAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(input.Id, 0, input.Text!.Length, new ThemeChoice(window.ConsultationId, theme, Stance.Nuance), Somebody, default));
    }

    private static Agenda.StaffId Somebody { get; } = new(Guid.NewGuid());
}

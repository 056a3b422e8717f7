using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using BTech.Agenda.Windows;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Testing;
using BTech.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// A published report tells bands and never a number of its statements: page and data file are looked through by what is known to the test alone. Exact
/// counts are planted in five ways between the product and its reader, and each must be found.
/// </summary>
public sealed partial class ExactCountsTests
{
    private static readonly string[] Bands = ["not told", "two or more", "five or more", "ten or more", "several", "recorded"];

    [Fact]
    public async Task ReportPage_TellsBandsAlone_AndPlantedCountsAreFound()
    {
        var plant = new Plant();
        await using var host = await TestHost.StartAsync(settings: new Dictionary<string, string> { ["Demo__Password"] = "seven brown bears 7" }, services: services => services.AddSingleton<IStartupFilter>(plant));
        await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, default));
        var points = await PublishAsync(host);
        Assert.Contains(points, point => point.Backing.Contributors >= 5);
        Assert.Contains(points, point => point.Backing.Contributors == 1);
        using var reader = host.NewVisitor();

        Assert.Empty(await FindAsync(reader, points));
        var unlikeBands = points.FindIndex(point => point.Backing.Contributors is not (0 or 1));
        var exact = points[unlikeBands].Backing.Contributors.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Func<string, string>[] plants =
        [
            page => page.Replace("<td>five or more</td>", $"<td>{exact}</td>", StringComparison.Ordinal).Replace("<td>two or more</td>", $"<td>{exact}</td>", StringComparison.Ordinal),
            page => page.Replace("<td>recorded</td>", "<td>one</td>", StringComparison.Ordinal).Replace("<td>not told</td>", "<td>one</td>", StringComparison.Ordinal),
            page => FirstRow().Replace(page, $"<tr data-count=\"{exact}\"><th scope=\"row\">"),
            page => page.Replace("</strong>", $"</strong> ({exact})", StringComparison.Ordinal),
            page => page.Replace("\"participants\": \"five\"", $"\"participants\": \"{exact}\"", StringComparison.Ordinal).Replace("\"participants\": \"two\"", $"\"contributors\": {exact}", StringComparison.Ordinal),
        ];
        foreach (var (change, index) in plants.Select((change, index) => (change, index)))
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            plant.Change = change;
            Assert.True((await FindAsync(reader, points)).Count > 0, $"plant {index} was not found");
        }
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        plant.Change = page => page;
        Assert.Empty(await FindAsync(reader, points));
    }

    // What publication does with the sample's draft, without its way through clearance.
    private static async Task<List<(KeyPoint Point, Backing Backing)>> PublishAsync(TestHost host)
    {
        var report = (await host.WithAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(2, null, default)))!;
        var window = (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(report.WindowId, default)))!;
        var told = await host.WithAsync<EvidenceBands, IReadOnlyDictionary<Guid, ToldBands>>(bands => bands.OfAsync(report, window.Consultation, default));
        var backings = await host.WithAsync<Backings, IReadOnlyDictionary<Guid, PointBacking>>(counting => counting.OfAsync(report, default));
        foreach (var (point, bands) in told) await host.Database.ExecuteAsync($"UPDATE record.statement SET told = '{bands}' WHERE id = '{point}'");
        await host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Published} WHERE number = 2");
        return [.. report.Statements().OfType<KeyPoint>().Select(point => (point, backings[point.Id].Backing))];
    }

    private static async Task<IReadOnlyList<string>> FindAsync(FormClient reader, List<(KeyPoint Point, Backing Backing)> points)
    {
        var page = await reader.GetAsync("/reports/2");
        var rows = page.Document.QuerySelectorAll("table.behind tbody tr").ToList();
        Assert.Equal(points.Count, rows.Count);
        var found = new List<string>();
        // A cell says one of the bands and nothing else, and nothing beside the words holds a number.
        found.AddRange(rows.SelectMany(row => row.QuerySelectorAll("td")).Where(cell => !Bands.Contains(cell.TextContent)).Select(cell => $"cell: {cell.TextContent}"));
        found.AddRange(rows.Where(row => Digit().IsMatch(Markup(row))).Select(row => $"row: {row.OuterHtml}"));
        // Each sentence is what its authors wrote.
        foreach (var mark in page.Document.QuerySelectorAll("sup")) mark.Remove();
        var text = Blank().Replace(page.Document.QuerySelector("article.report")!.TextContent, " ");
        found.AddRange(points.Select(point => Blank().Replace(InlineText.Plain(point.Point.Text), " ").Trim()).Where(sentence => !text.Contains(sentence, StringComparison.Ordinal)).Select(sentence => $"sentence: {sentence}"));
        // The number of a point's contributors stands nowhere in its row, as a figure.
        found.AddRange(rows.Zip(points).Where(pair => pair.First.QuerySelectorAll("td").Any(cell => Figure().Matches(cell.TextContent).Any(figure => int.Parse(figure.Value, System.Globalization.CultureInfo.InvariantCulture) == pair.Second.Backing.Contributors)))
            .Select(pair => $"count: {pair.First.TextContent}"));
        using var json = JsonDocument.Parse((await reader.GetAsync("/reports/2.json")).Body);
        found.AddRange(json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray()).SelectMany(block => block.GetProperty("statements").EnumerateArray())
            .SelectMany(statement => statement.EnumerateObject())
            .Where(part => part.Value.ValueKind == JsonValueKind.Number || (part.NameEquals("evidence") && part.Value.EnumerateObject().Any(told => told.Name is not ("participants" or "groups" or "otherViews") || Digit().IsMatch(told.Value.ToString()))))
            .Select(part => $"file: {part.Name} {part.Value}"));
        return found;
    }

    // The row without the key phrase, which may hold any number, and without the link to the sentence.
    private static string Markup(IElement row)
    {
        var copy = (IElement)row.Clone();
        foreach (var link in copy.QuerySelectorAll("th a")) link.Remove();
        return copy.OuterHtml;
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("<tr>\\s*<th scope=\"row\">")]
    private static partial Regex FirstRow();

    /// <summary>Something between the product and its reader that writes what only the tables know.</summary>
    private sealed class Plant : IStartupFilter
    {
        public Func<string, string> Change { get; set; } = page => page;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, then) =>
            {
                if (!context.Request.Path.StartsWithSegments("/reports", StringComparison.Ordinal))
                {
                    await then(context);
                    return;
                }
                var (answer, body) = (context.Response.Body, new MemoryStream());
                context.Response.Body = body;
                await then(context);
                context.Response.Body = answer;
                context.Response.Headers.ContentLength = null;
                await context.Response.WriteAsync(Change(System.Text.Encoding.UTF8.GetString(body.ToArray())), context.RequestAborted);
            });
            next(app);
        };
    }
}

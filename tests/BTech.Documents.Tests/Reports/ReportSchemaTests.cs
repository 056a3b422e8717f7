using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Reports;
using CsCheck;
using Json.Schema;

namespace BTech.Documents.Tests.Reports;

/// <summary>The published description of the data files holds for every file, and refuses what is none.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Encoding.UTF8.GetString(ReportSchema.ToBytes()));

    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    [Fact]
    public void Description_IsItselfASchema() => Assert.True(MetaSchemas.Draft202012.Evaluate(JsonNode.Parse(ReportSchema.ToBytes()), Strictly).IsValid);

    [Fact]
    public void TheFirstReport_AsPublishedAndAsTheTeamKeepsIt_FollowsIt()
    {
        AssertFollows(Written(TunisReport.Document()));
        AssertFollows(JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sample", "report-1.json"))));
    }

    [Theory]
    [MemberData(nameof(InventedReports.Codes), MemberType = typeof(InventedReports))]
    public void AReportInEachLanguage_FollowsIt(string code) => AssertFollows(Written(InventedReports.In(code)));

    [Fact]
    public void Address_StandsFirstInTheFile()
    {
        var document = InventedReports.In("en");
        var file = Written(new ReportDocument(document.Report, [], document.Furniture with { Schema = "https://consult.example.org/" + ReportSchema.Path }))!.AsObject();
        AssertFollows(file);
        Assert.Equal(("$schema", "https://consult.example.org/schemas/b-tech-report-1.json"), (file.First().Key, file.First().Value!.GetValue<string>()));
    }

    [Fact]
    public void AnyWords_FollowIt() => Gen.String[0, 40].Sample(words => AssertFollows(Written(InventedReports.Everywhere(words, words))), iter: 60);

    [Theory]
    [InlineData("schema", "\"b-tech-report/2\"")]
    [InlineData("number", "0")]
    [InlineData("language", "\"de\"")]
    [InlineData("title", "null")]
    [InlineData("sections", "[{\"kind\":\"focusArea\",\"heading\":\"x\",\"blocks\":[]}]")]
    [InlineData("sections", "[{\"kind\":\"introduction\",\"heading\":\"x\",\"blocks\":[{\"kind\":\"paragraph\",\"statements\":[{\"voice\":\"fact\",\"text\":\"x\",\"attribution\":\"many\"}]}]}]")]
    [InlineData("sections", "[{\"kind\":\"introduction\",\"heading\":\"x\",\"blocks\":[{\"kind\":\"paragraph\",\"statements\":[{\"voice\":\"input\",\"text\":\"x\"}]}]}]")]
    [InlineData("sections", "[{\"kind\":\"introduction\",\"heading\":\"x\",\"blocks\":[{\"kind\":\"paragraph\",\"statements\":[{\"voice\":\"input\",\"text\":\"x\",\"stance\":\"support\",\"evidence\":{\"participants\":7,\"groups\":\"several\",\"otherViews\":\"recorded\"}}]}]}]")]
    [InlineData("author", "\"Somebody\"")]
    [InlineData("$schema", "\"not an address\"")]
    public void OtherFile_DoesNot(string name, string value)
    {
        var file = Written(InventedReports.In("en"))!.AsObject();
        file[name] = JsonNode.Parse(value);
        Assert.False(Schema.Evaluate(file, Strictly).IsValid);
    }

    /// <summary>Whatever is added to the files must be described: otherwise their readers refuse them.</summary>
    [Fact]
    public void Description_NamesWhatTheFilesHold()
    {
        var described = JsonNode.Parse(ReportSchema.ToBytes())!;
        var parts = described["$defs"]!;
        AssertNames<ReportFile>(described);
        AssertNames<ReportFile.SectionEntry>(parts["section"]!);
        AssertNames<ReportFile.BlockEntry>(parts["block"]!);
        AssertNames<ReportFile.StatementEntry>(parts["statement"]!);
        AssertNames<ReportFile.NumberedText>(parts["numbered"]!);
        AssertNames<ReportFile.GroupEntry>(parts["group"]!);
        AssertNames<ReportFile.EvidenceEntry>(parts["statement"]!["properties"]!["evidence"]!);
        AssertNames<ReportFile.AnnexEntry>(parts["annex"]!);
        AssertNames<ReportFile.TableEntry>(parts["table"]!);
        AssertValues<ReportFile.AtLeast>(parts["statement"]!["properties"]!["evidence"]!["properties"]!["participants"]!);
        AssertValues<ReportFile.Spread>(parts["statement"]!["properties"]!["evidence"]!["properties"]!["groups"]!);
        AssertValues<ReportFile.Recorded>(parts["statement"]!["properties"]!["evidence"]!["properties"]!["otherViews"]!);
        AssertValues<SectionKind>(parts["section"]!["properties"]!["kind"]!);
        AssertValues<BlockKind>(parts["block"]!["properties"]!["kind"]!);
        AssertValues<ReportFile.Voice>(parts["statement"]!["properties"]!["voice"]!);
        AssertValues<Stance>(parts["statement"]!["properties"]!["stance"]!);
        Assert.Equal(Language.All.Select(language => language.Code).Order(), described["properties"]!["language"]!["enum"]!.AsArray().Select(code => code!.GetValue<string>()).Order());
    }

    private static void AssertNames<T>(JsonNode described) => Assert.Equal(
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
        described["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));

    private static void AssertValues<T>(JsonNode described) where T : struct, Enum => Assert.Equal(
        Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
        described["enum"]!.AsArray().Select(value => value!.GetValue<string>()).Order(StringComparer.Ordinal));

    private static JsonNode? Written(ReportDocument document) => JsonNode.Parse(ReportFormat.Find("json")!.ToBytes(document));

    private static void AssertFollows(JsonNode? file)
    {
        var result = Schema.Evaluate(file, Strictly);
        Assert.True(result.IsValid, string.Join('\n', result.Details.Where(detail => detail.HasErrors).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))));
    }
}

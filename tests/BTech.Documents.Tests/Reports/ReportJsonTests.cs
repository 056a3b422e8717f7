using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BTech.Documents.Reports;
using BTech.Record.Reports;

namespace BTech.Documents.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void SampleFile_ReadAndWrittenWithItsNotes_IsTheSameFile()
    {
        var file = TunisReport.File();
        var document = new ReportDocument(file.ToReport(Guid.NewGuid(), Guid.NewGuid()), [], ReportFurniture.English);
        using var written = new MemoryStream();
        ReportJson.Write(document, file.ToNotes(Guid.NewGuid()), written);
        var sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sample", "report-1.json"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sample), JsonNode.Parse(written.ToArray())));
    }

    [Fact]
    public void PublicFile_HoldsNoNotesNoIdsAndNoEvidence()
    {
        var report = TunisReport.File().ToReport(Guid.NewGuid(), Guid.NewGuid());
        var point = report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Statements).OfType<KeyPoint>().First();
        point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = Guid.NewGuid() });
        var text = Encoding.UTF8.GetString(ReportFormat.Find("json")!.ToBytes(new ReportDocument(report, TunisReport.Groups(), ReportFurniture.English)));

        Assert.DoesNotContain("noteNumber", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"notes\"", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-", text);
        Assert.DoesNotContain("evidence", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"schema":"b-tech-report/2","number":1,"version":1,"language":"en","title":"T","eventLine":"E","sections":[]}""")]
    [InlineData("""{"schema":"b-tech-report/1","number":1,"version":1,"language":"en","title":"T","sections":[]}""")]
    [InlineData("""{"schema":"b-tech-report/1","number":1,"version":1,"language":"en","title":"T","eventLine":"E","sections":[],"typo":1}""")]
    [InlineData("null")]
    public void OtherFile_IsRefused(string text) =>
        Assert.Throws<JsonException>(() => ReportJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
}

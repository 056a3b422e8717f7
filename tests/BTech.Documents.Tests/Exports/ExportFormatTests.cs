using System.Text;
using System.Text.Json;
using BTech.Documents.Exports;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Exports;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using CsCheck;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BTech.Documents.Tests.Exports;

/// <summary>The files of coded inputs, on made-up ones.</summary>
public sealed class ExportFormatTests
{
    private static readonly Theme _broad = new() { Id = Guid.NewGuid(), ConsultationId = Guid.Empty, Name = "=cmd|' /C calc'!A0", Definition = "<&> \u0001 what belongs here" };
    private static readonly Theme _narrow = new() { Id = Guid.NewGuid(), ConsultationId = Guid.Empty, Name = "أثر مباشر", ParentId = _broad.Id };

    // Six scripts, beyond the basic plane, joined and combined, with every line end.
    private static readonly string[] _pieces =
        ["plain ", "é", "e\u0301", "\u0443\u0301дар ", "مرحبا ", "\u200Fשלום ", "漢字", "𠮷", "👩‍👩‍👧‍👦", "👍🏽", "ñandú ", "\n", "\r\n", "\r", " ", "[…]", "<b>&amp;", "\"';,"];

    private static readonly Gen<ExportedInput> _anyInput =
        from pieces in Gen.Int[0, _pieces.Length - 1].List[1, 25]
        from marks in Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Bool, Gen.Int[0, 2]).List[0, 6]
        select Input(string.Concat(pieces.Select(piece => _pieces[piece])), [.. marks]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Qdpx_AnyTextInAnyScript_ComesBackWithoutDrift() => _anyInput.Sample(input =>
    {
        var file = new QdpxReader(Written("qdpx", [input]));
        var source = Assert.Single(file.Sources);
        Assert.Equal(Even(input.Text), source.Text);
        Assert.Equal(input.Passages.Count, source.Selections.Count);
        foreach (var (passage, selection) in input.Passages.Zip(source.Selections))
        {
            Assert.Equal(new[] { passage.Theme.Name, passage.Stance.ToString() }, selection.Codes);
            // A passage that begins or ends between a carriage return and its line feed takes the line end as one.
            if (!Splits(input.Text, passage.Start) && !Splits(input.Text, passage.End)) Assert.Equal(Even(passage.Words), selection.Words);
        }
    }, iter: 3000, threads: 1);

    [Fact]
    public void Qdpx_HoldsTheCodeBookTheVariablesAndTheRule()
    {
        var file = new QdpxReader(Written("qdpx", [Input("One text", [(0, 3, true, 1)])]));
        Assert.Equal([(_broad.Name, null), (_narrow.Name, _broad.Name), ("Nuance", null), ("Support", null), ("Concern", null)], file.Codes);
        Assert.Equal("The rule. Delete by 1 May.", file.Description);
        Assert.Equal(new Dictionary<string, string> { ["area"] = "1", ["kind"] = "Comment", ["permission"] = "Paraphrase" }, file.Sources[0].Values);
        Assert.Empty(new QdpxReader(Written("qdpx", [])).Sources);
    }

    [Fact]
    public void Translation_StandsBesideTheText_AndItsPassagesOnItsOwnWords()
    {
        var input = Input("Premier mot.", [(0, 6, true, 1)]) with { Translation = new ExportedTranslation("en", "A first word.\r\nMore.") };
        input = input with { Passages = [.. input.Passages, new ExportedPassage(_narrow, Stance.Concern, true, 2, 7, "first")] };
        var file = new QdpxReader(Written("qdpx", [input]));
        Assert.Equal(["123456789012", "123456789012 (in translation)"], file.Sources.Select(source => source.Name));
        Assert.Equal(["Premier", "first"], file.Sources.Select(source => Assert.Single(source.Selections).Words));
        Assert.Equal("A first word.\nMore.", file.Sources[1].Text);
        using var json = JsonDocument.Parse(Written("json", [input]));
        var response = json.RootElement.GetProperty("responses")[0];
        Assert.Equal(("en", input.Translation!.Text), (response.GetProperty("translation").GetProperty("language").GetString(), response.GetProperty("translation").GetProperty("text").GetString()));
        Assert.Equal([false, true], response.GetProperty("passages").EnumerateArray().Select(passage => passage.TryGetProperty("in_translation", out var there) && there.GetBoolean()));
        using var csv = CsvReader.FromText(Encoding.UTF8.GetString(Written("csv", [input]).ToArray().AsSpan(3)), new CsvReaderOptions { HasHeader = false });
        for (var row = 0; row < 3; row++) Assert.True(csv.Read());
        Assert.Equal((input.Text, input.Translation.Text), (csv.GetString(5), csv.GetString(6)));
        Assert.Contains("(Concern, in translation): first", csv.GetString(8), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\r=x")]
    [InlineData("\n=x")]
    [InlineData("＝1+1")]
    public void Formula_InAnyCell_IsText(string text)
    {
        var inputs = new[] { Input(text, [(0, 2, true, 0)]) };
        using var csv = CsvReader.FromText(Encoding.UTF8.GetString(Written("csv", inputs).ToArray().AsSpan(3)), new CsvReaderOptions { HasHeader = false });
        var cells = new List<string>();
        while (csv.Read()) cells.AddRange(Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index) ?? ""));
        Assert.Contains($"'{text}", cells);
        Assert.All(cells.Where(cell => cell.Length > 0), cell => Assert.DoesNotContain(cell[0], "=+-@\t\r\n＝"));
        using var workbook = SpreadsheetDocument.Open(Written("xlsx", inputs), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, Cancel));
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.All(rows, cell => Assert.Equal((CellValues.InlineString, null), (cell.DataType!.Value, cell.CellFormula)));
    }

    [Fact]
    public void Xlsx_TextLongerThanACell_GoesOnInTheNextRowUnderTheSameReference()
    {
        var text = string.Concat(Enumerable.Repeat("👍", 40_000));
        using var workbook = SpreadsheetDocument.Open(Written("xlsx", [Input(text, [])]), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, Cancel));
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Skip(2).SkipLast(1).Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Single(rows.Select(row => row[0]).Distinct());
        Assert.Equal(text, string.Concat(rows.Select(row => row[5])));
        Assert.All(rows, row => Assert.True(row[5].Length <= XlsxExport.LongestCell));
    }

    [Fact]
    public async Task EveryFormat_IsWrittenAsItComes()
    {
        foreach (var format in ExportFormat.All)
        {
            using var target = new Slow();
            await format.WriteAsync(Sheet, Many(target, 3000), target, Cancel);
            // Twenty million characters have passed; far less has ever waited.
            Assert.InRange(target.Longest, 1, 400);
        }
    }

    /// <summary>An imported text says where it comes from, in every format, and of nobody what they allow.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("qdpx")]
    public async Task ImportedText_SaysWhereItComesFromAndNotWhatAnybodyAllows(string format)
    {
        var sheet = Sheet with { Columns = Sheet.Columns with { Source = "source" } };
        var import = Input("A note.", []) with { Kind = InputKind.Imported, Lineage = new Lineage(Guid.NewGuid(), ImportChannel.Note, "Notes of a meeting", "Boards") };
        using var target = new MemoryStream();
        await ExportFormat.Find(format)!.WriteAsync(sheet, new[] { import }.ToAsyncEnumerable(), target, Cancel);
        var words = Words(format, target.ToArray());
        Assert.Contains("Notes of a meeting", words, StringComparison.Ordinal);
        Assert.Contains("Boards", words, StringComparison.Ordinal);
        Assert.DoesNotContain("araphrase", words, StringComparison.Ordinal);
        Assert.DoesNotContain(import.Lineage!.ImportId.ToString(), words, StringComparison.OrdinalIgnoreCase);

        static string Words(string format, byte[] file)
        {
            if (format is "csv" or "json") return System.Text.Encoding.UTF8.GetString(file);
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
            return string.Concat(zip.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
        }
    }

    // Random letters, so that packing does not hide what waits.
    private static async IAsyncEnumerable<ExportedInput> Many(Slow target, int count)
    {
        var random = new Random(1);
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            target.Longest = Math.Max(target.Longest, ++target.Since);
            yield return Input(string.Concat(Enumerable.Range(0, 1000).Select(_ => (char)random.Next('a', 'z'))), []);
        }
    }

    private static string Even(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static bool Splits(string text, int place)
    {
        var index = CodePoints.ToIndex(text, place);
        return index > 0 && index < text.Length && text[index - 1] == '\r' && text[index] == '\n';
    }

    private static ExportedInput Input(string text, (int Start, int Length, bool IsBroad, int Stance)[] marks)
    {
        var length = CodePoints.Count(text);
        return new ExportedInput(123456789012, 1, null, InputKind.Comment, QuotingPermission.Paraphrase, null, null, text, null, [.. marks.Select(mark =>
        {
            var start = mark.Start % length;
            var end = Math.Min(length, start + 1 + mark.Length % 20);
            return new ExportedPassage(mark.IsBroad ? _broad : _narrow, (Stance)mark.Stance, false, start, end, CodePoints.Slice(text, start, end));
        })]);
    }

    private static ExportSheet Sheet => new("Title: [1]", "The rule. Delete by 1 May.", Language.English, new DateOnly(2027, 5, 1),
        new ExportColumns("ref", "area", "paragraph", "kind", "permission", null, null, "text", "translation", "themes", "passages"),
        new ExportWords(kind => kind.ToString(), permission => permission.ToString(), stance => stance.ToString(), group => group, code => code ?? "another", "in translation", "Project team"), [_broad, _narrow]);

    private static MemoryStream Written(string format, ExportedInput[] inputs)
    {
        var target = new MemoryStream();
        ExportFormat.Find(format)!.WriteAsync(Sheet, inputs.ToAsyncEnumerable(), target, Cancel).GetAwaiter().GetResult();
        return new MemoryStream(target.ToArray());
    }

    /// <summary>A web answer: takes bytes asynchronously only, and keeps none.</summary>
    private sealed class Slow : Stream
    {
        /// <summary>Inputs since bytes last came, and the most there ever were.</summary>
        public int Since { get; set; }

        public int Longest { get; set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.Length > 0) Since = 0;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

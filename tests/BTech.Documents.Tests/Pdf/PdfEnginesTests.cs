using System.Text;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Documents.Tests.Reports;
using Microsoft.Extensions.Time.Testing;

namespace BTech.Documents.Tests.Pdf;

/// <summary>The second engine takes over where the first is not installed, with scripts in place of LibreOffice; none of these is the real one.</summary>
public sealed class PdfEnginesTests : IDisposable
{
    // What LibreOffice writes about itself and about when it wrote.
    private const string Written = """
        %PDF-1.7
        1 0 obj << /Producer(LibreOffice 7.4) /CreationDate(D:NOW00+00'00') >> endobj
        <xmp:CreatorTool>Writer</xmp:CreatorTool><pdf:Producer>LibreOffice 7.4</pdf:Producer><xmp:CreateDate>MOMENTZ</xmp:CreateDate>
        trailer << /ID [ <DRAWN>
        <DRAWN> ] /DocChecksum /DRAWN >>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("office ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Print_WithTheFirstEngine_NeverAsksForTheWordFile()
    {
        var file = await Engines(new PdfLimits { Soffice = Missing }).PrintAsync(ReportPdf.Sheet(InventedReports.In("en")), () => throw new InvalidOperationException(), Cancel);
        Assert.StartsWith("Typst 0.", file.Engine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_WithoutTheFirst_IsDoneByTheSecondFromTheWordFile()
    {
        var word = ReportFormat.Find("docx")!.ToBytes(InventedReports.In("en"));
        var file = await Engines(Office(Fake)).PrintAsync(ReportPdf.Sheet(InventedReports.In("en")), () => word, Cancel);
        Assert.Equal("LibreOffice 7.4", file.Engine);
        Assert.Equal(word, await File.ReadAllBytesAsync(Path.Combine(_folder, "got.docx"), Cancel));
        var arguments = await File.ReadAllLinesAsync(Path.Combine(_folder, "arguments"), Cancel);
        Assert.Contains("--headless", arguments);
        Assert.Contains(arguments, argument => argument.StartsWith("pdf:writer_pdf_Export:{", StringComparison.Ordinal) && argument.Contains("PDFUACompliance", StringComparison.Ordinal));
        // Nothing is left of it, and each file has a profile of its own.
        var profile = new Uri(Assert.Single(arguments, argument => argument.StartsWith("-env:UserInstallation=file:///", StringComparison.Ordinal))["-env:UserInstallation=".Length..]).LocalPath;
        Assert.False(Directory.Exists(Path.GetDirectoryName(profile)));
    }

    [Fact]
    public async Task Print_ByTheSecondTwice_GivesTheSameBytesAndTellsNoTime()
    {
        var limits = Office(Fake);
        var first = await new WordPress(TimeProvider.System, limits).PrintAsync([1], Cancel);
        var again = await new WordPress(TimeProvider.System, limits).PrintAsync([1], Cancel);
        Assert.Equal(first, again);
        Assert.Contains("(D:20000101000000+00'00')", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2000-01-01T00:00:00Z<", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
    }

    /// <summary>It is looked for as the system does.</summary>
    [Fact]
    public async Task Print_SecondOnThePath_IsFound()
    {
        var before = Environment.GetEnvironmentVariable("PATH");
        Office(Fake, "soffice");
        Environment.SetEnvironmentVariable("PATH", $"{_folder}{Path.PathSeparator}{before}");
        try
        {
            Assert.Equal("LibreOffice 7.4", (await Engines(new PdfLimits { Node = Missing }).PrintAsync(ReportPdf.Sheet(InventedReports.In("en")), () => [1], Cancel)).Engine);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", before);
        }
    }

    [Fact]
    public async Task Print_WithoutBoth_SaysThatNoneIsInstalled() => await RefusesAsync(PdfFault.NotInstalled, new PdfLimits { Node = Missing, Soffice = Missing });

    [Fact]
    public async Task Print_SecondThatFails_Fails() => await RefusesAsync(PdfFault.Failed, Office("exit 1"));

    [Fact]
    public async Task Print_SecondThatMakesNothing_Fails() => await RefusesAsync(PdfFault.Failed, Office("exit 0"));

    [Fact]
    public async Task Print_SecondThatNeverEnds_IsEndedWithAllThatItStarted()
    {
        await RefusesAsync(PdfFault.TooMuch, Office($"pwd > '{_folder}/where'; sh -c 'echo $$ > \"{_folder}/pid\"; sleep 300'; sleep 300") with { Time = TimeSpan.FromSeconds(2) });
        var pid = (await File.ReadAllTextAsync(Path.Combine(_folder, "pid"), Cancel)).Trim();
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(pid), TimeSpan.FromSeconds(10)));
        Assert.False(Directory.Exists((await File.ReadAllTextAsync(Path.Combine(_folder, "where"), Cancel)).Trim()));
    }

    [Fact]
    public async Task Print_TooLongAFileOfTheSecond_IsRefused() => await RefusesAsync(PdfFault.TooMuch, Office(Fake) with { LongestFile = 10 });

    [Fact]
    public async Task Print_BySecond_GivesItNothingOfTheSites()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Record", "Host=secret");
        try
        {
            await new WordPress(TimeProvider.System, Office($"env > '{_folder}/environment'\n{Fake}")).PrintAsync([1], Cancel);
            var environment = await File.ReadAllTextAsync(Path.Combine(_folder, "environment"), Cancel);
            Assert.DoesNotContain("secret", environment, StringComparison.Ordinal);
            Assert.Contains("http_proxy=http://127.0.0.1:9", environment, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__Record", null);
        }
    }

    /// <summary>A text that the first engine refuses is faulty: the second would only hide it.</summary>
    [Fact]
    public async Task Print_WhatTheFirstRefuses_IsNotGivenToTheSecond()
    {
        var sheet = new PdfSheet("T", "en", new PdfPageLine("", ""), [], null, [new PdfHeading(5, [new PdfRun("Too deep")])], []);
        Assert.Equal(PdfFault.Failed, (await Assert.ThrowsAsync<PdfUnavailableException>(() => Engines(new PdfLimits { Soffice = Missing }).PrintAsync(sheet, () => [1], Cancel))).Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trial_NamesTheEngine(bool isFirstInstalled)
    {
        using var shelf = new PdfShelf(Engines(isFirstInstalled ? new PdfLimits() : Office(Fake)), new FakeTimeProvider());
        Assert.StartsWith(isFirstInstalled ? "Typst" : "LibreOffice", await new PdfTrial(shelf).EngineAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PdfFault.NotInstalled, "LibreOffice")]
    [InlineData(PdfFault.TooMuch, "longer")]
    [InlineData(PdfFault.Failed, "refused")]
    [InlineData(PdfFault.Busy, "waiting")]
    public void Unavailable_SaysWhy(PdfFault fault, string word) => Assert.Contains(word, new PdfUnavailableException(fault).Message, StringComparison.Ordinal);

    // Ended, but not yet taken notice of by whoever is its parent now, counts as ended.
    private static bool IsAlive(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Missing => Path.Combine(_folder, "no such program");

    // The last argument is the Word file, and its folder is where the PDF is expected. Each run says another time and another number.
    private string Fake => $"""
        printf '%s\n' "$@" > '{_folder}/arguments'
        for last; do :; done
        cp "$last" '{_folder}/got.docx'
        echo x >> '{_folder}/runs'
        runs=$(wc -l < '{_folder}/runs' | tr -d ' ')
        sed -e "s/NOW00/2027010203040$runs/" -e "s/MOMENT/2027-01-02T03:04:0$runs/" -e "s/DRAWN/0123456789ABCDEF0123456789ABCDE$runs/" '{Template()}' > "$(dirname "$last")/document.pdf"
        """;

    private static PdfEngines Engines(PdfLimits limits) => new(new PdfPress(TimeProvider.System, limits), new WordPress(TimeProvider.System, limits));

    private static async Task RefusesAsync(PdfFault fault, PdfLimits limits) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<PdfUnavailableException>(() => Engines(limits).PrintAsync(ReportPdf.Sheet(InventedReports.In("en")), () => [1], Cancel))).Fault);

    private string Template()
    {
        var path = Path.Combine(_folder, "template");
        File.WriteAllText(path, Written);
        return path;
    }

    private PdfLimits Office(string script, string? name = null)
    {
        var path = Path.Combine(_folder, name ?? $"{Guid.NewGuid():N}.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new PdfLimits { Node = Missing, Soffice = path };
    }
}

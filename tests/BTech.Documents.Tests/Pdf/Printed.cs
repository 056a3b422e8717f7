using BTech.Documents.Pdf;

namespace BTech.Documents.Tests.Pdf;

/// <summary>Prints sheets by the engine as it is installed.</summary>
internal static class Printed
{
    public static Task<byte[]> FileAsync(PdfSheet sheet) => new PdfPress(TimeProvider.System).PrintAsync(sheet, TestContext.Current.CancellationToken);

    public static async Task<ReadPdf> ReadAsync(PdfSheet sheet) => new(await FileAsync(sheet));
}

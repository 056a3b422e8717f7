namespace BTech.Documents.Pdf;

/// <summary>
/// What makes PDFs, in this order: Typst, which refuses a file that would be no PDF/UA; where it is not installed, LibreOffice from the Word file.
/// A text that the first refuses is not given to the second: something in it is wrong.
/// </summary>
public sealed class PdfEngines(PdfPress press, WordPress word)
{
    /// <summary>The file.</summary>
    /// <param name="sheet">What stands in it.</param>
    /// <param name="toWord">The same as a Word file, asked for only if it is needed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="PdfUnavailableException">There is none; the reason is in it.</exception>
    public Task<PdfFile> PrintAsync(PdfSheet sheet, Func<byte[]> toWord, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return PrintAsync(sheet.ToBytes(), toWord, cancel);
    }

    internal async Task<PdfFile> PrintAsync(byte[] sheet, Func<byte[]> toWord, CancellationToken cancel)
    {
        try
        {
            return PdfFile.Of(await press.PrintAsync(sheet, cancel));
        }
        catch (PdfUnavailableException none) when (none.Fault == PdfFault.NotInstalled)
        {
            return PdfFile.Of(await word.PrintAsync(toWord(), cancel));
        }
    }
}

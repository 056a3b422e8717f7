namespace BTech.Documents.Pdf;

/// <summary>Why there is no PDF at the moment; the other formats are not concerned.</summary>
public enum PdfFault
{
    /// <summary>Node.js, the engine or its fonts are not installed here.</summary>
    NotInstalled = 1,

    /// <summary>It took longer, or more memory, than a file may.</summary>
    TooMuch = 2,

    /// <summary>The engine refused or failed.</summary>
    Failed = 3,

    /// <summary>Too many are waiting already.</summary>
    Busy = 4,
}

/// <summary>There is no PDF at the moment. The message holds nothing of the text.</summary>
public sealed class PdfUnavailableException : Exception
{
    /// <summary>For the reason given.</summary>
    public PdfUnavailableException(PdfFault fault, Exception? cause = null) : base($"No PDF could be made: {Why(fault)}.", cause) => Fault = fault;

    /// <summary>Why.</summary>
    public PdfFault Fault { get; }

    private static string Why(PdfFault fault) => fault switch
    {
        PdfFault.NotInstalled => "neither Typst (with Node.js) nor LibreOffice is installed",
        PdfFault.TooMuch => "it took longer, or more room, than a file may, and the program was ended",
        PdfFault.Busy => "too many are waiting already",
        _ => "the program refused the text or failed",
    };
}

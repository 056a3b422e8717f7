using BTech.Documents.Pdf;

namespace BTech.Web.Design;

/// <summary>What is offered where a PDF cannot be made at the moment.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Page">Address of the page with the same text.</param>
/// <param name="Others">Addresses and names of the same text in other formats.</param>
public sealed record NoPdf(PdfFault Fault, string Page, IReadOnlyList<(string Address, string Words)> Others)
{
    /// <summary>When it is worth asking again, in seconds.</summary>
    public const string RetryAfter = "60";
}

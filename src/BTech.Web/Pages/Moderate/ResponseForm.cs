using System.Globalization;
using BTech.Record.Responses;
using BTech.Web.Design;

namespace BTech.Web.Pages.Moderate;

/// <summary>The form of one response.</summary>
public sealed class ResponseForm
{
    /// <summary>Name of the answer; empty where none was chosen.</summary>
    public string? Disposition { get; set; }

    public string? Reason { get; set; }

    public int? PaperVersion { get; set; }

    /// <summary>As it was typed: "12", "§ 12".</summary>
    public string? Paragraph { get; set; }

    /// <summary>The response that the form was filled from: <see cref="Response.Seen"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>The form of a response that is there, or of none.</summary>
    public static ResponseForm Of(Response? response, int? newestPaper) => new()
    {
        Disposition = response?.Disposition.ToString(),
        Reason = response?.Reason,
        PaperVersion = response?.PaperVersion ?? newestPaper,
        Paragraph = response?.Paragraph?.ToString(CultureInfo.InvariantCulture),
        Seen = response?.Seen,
    };

    /// <summary>What was typed. A paragraph that is no number is one that no version has.</summary>
    public ResponseDraft Draft() => new(
        Enum.TryParse<Disposition>(Disposition, out var chosen) ? chosen : null, OneLine.Of(Reason), PaperVersion,
        string.IsNullOrWhiteSpace(Paragraph) ? null : int.TryParse(Paragraph.Trim().TrimStart('§').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
}

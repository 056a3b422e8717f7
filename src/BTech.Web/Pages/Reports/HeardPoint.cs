using BTech.Record.Responses;

namespace BTech.Web.Pages.Reports;

/// <summary>A key point and what was answered to it.</summary>
/// <param name="Place">Its place among the points of the report, from 1: the name under which the page leads to it.</param>
/// <param name="Text">The sentence, inline text.</param>
/// <param name="Response">The response; nothing where the point came with a correction and has none yet.</param>
public sealed record HeardPoint(int Place, string Text, ReleasedResponse? Response);

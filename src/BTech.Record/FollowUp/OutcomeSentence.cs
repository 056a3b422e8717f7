using BTech.Record.Responses;

namespace BTech.Record.FollowUp;

/// <summary>A sentence of the published report, which everybody can read, as it concerns the author of one text.</summary>
/// <param name="Text">The sentence, inline text.</param>
/// <param name="IsContrary">Whether the text is behind it as another view.</param>
/// <param name="Response">What the project team answered in public; nothing before that.</param>
public sealed record OutcomeSentence(string Text, bool IsContrary, ReleasedResponse? Response);

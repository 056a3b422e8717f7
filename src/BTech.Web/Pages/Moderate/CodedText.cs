namespace BTech.Web.Pages.Moderate;

/// <summary>What the list of an input's numbered sentences needs.</summary>
/// <param name="Language">Code of the language of the text.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Chosen">Numbers of the ticked ones.</param>
public sealed record CodedText(string Language, IReadOnlyList<MarkedSentence> Sentences, IReadOnlyCollection<int> Chosen);

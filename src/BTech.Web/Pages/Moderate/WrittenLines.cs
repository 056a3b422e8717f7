namespace BTech.Web.Pages.Moderate;

/// <summary>A text that somebody wrote, to be shown line by line, each in its own direction.</summary>
/// <param name="Text">The words as they may be read.</param>
/// <param name="Language">Code of their language.</param>
public sealed record WrittenLines(string Text, string Language);

namespace BTech.Web.Pages.Moderate;

/// <summary>A button of the page of a translation that does one thing with it.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Seen">What the translation was when the page was made.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Label">What it does.</param>
public sealed record TranslationStep(string Action, string? Seen, string Look, string Label);

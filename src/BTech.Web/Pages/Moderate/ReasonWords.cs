using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Web.Design;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The reasons for which texts of a round may be set aside, in words: the product's, then the consultation's own.</summary>
public sealed class ReasonWords(OwnReasons reasons, IStringLocalizer<Words.Moderate> words)
{
    private IReadOnlyList<OwnReason> _own = [];

    /// <summary>The keys of the consultation's own.</summary>
    public IReadOnlyCollection<string> Own => [.. _own.Select(reason => reason.Key)];

    /// <summary>Reads those of a round.</summary>
    public async Task ReadAsync(CommentWindow window, CancellationToken cancel) => _own = await reasons.ForRoundAsync(window, cancel);

    /// <summary>To choose from.</summary>
    public IEnumerable<Choice> Choices(Language language) =>
        SetAsideReasons.All.Concat(_own.Select(reason => reason.Key)).Select(key => new Choice(key, Of(key, language)));

    /// <summary>One reason in words.</summary>
    public string Of(string? key, Language language) =>
        _own.FirstOrDefault(reason => reason.Key == key)?.Text.In(language).Text ?? words["Reason." + key];
}

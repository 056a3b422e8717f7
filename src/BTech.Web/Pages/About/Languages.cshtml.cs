using BTech.Languages;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.About;

/// <summary>How one file of texts stands in one language.</summary>
public sealed record TextLine(TextArea Area, int Count, string Fingerprint, TextStanding Standing);

/// <summary>Which texts of this site were drafted by machine and have not been read by somebody who speaks the language, so that nobody takes them for more.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class LanguagesModel : PageModel
{
    public IReadOnlyList<(Language Language, IReadOnlyList<TextLine> Lines)> Languages { get; } =
    [
        .. Language.All.Where(language => language != Language.English).Select(language => (language, (IReadOnlyList<TextLine>)
        [
            .. TextArea.All.Select(area => new TextLine(area, area.Count(language), area.Fingerprint(language), TextReview.Shipped.Of(area, language))),
        ])),
    ];
}

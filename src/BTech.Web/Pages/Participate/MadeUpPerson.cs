using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Who a preview is shown to, on the pages that name their reader. The words say that it is nobody.</summary>
public sealed class MadeUpPerson(IStringLocalizer<Words.Participate> words)
{
    public string Name => words["Preview.Name"];

    public string Role => words["Preview.Role"];

    public string Organisation => words["Preview.Organisation"];
}

using BTech.Documents.Reports;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Reports;

/// <summary>The description of the reports' data files, under an address that stays: a later form of the files gets an address of its own.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class SchemaModel : PageModel
{
    public IActionResult OnGet() => File(ReportSchema.ToBytes(), ReportSchema.ContentType);
}

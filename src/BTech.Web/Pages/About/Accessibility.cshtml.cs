using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.About;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class AccessibilityModel : PageModel;

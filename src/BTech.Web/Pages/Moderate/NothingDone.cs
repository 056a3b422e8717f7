using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Moderate;

/// <summary>Leads on from a form that found nothing to do any more: what it meant was withdrawn, removed or taken back meanwhile. The audit gets no line.</summary>
/// <param name="url">Where to.</param>
public sealed class NothingDone(string url) : RedirectResult(url);

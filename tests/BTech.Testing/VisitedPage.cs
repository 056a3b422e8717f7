using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BTech.Testing;

/// <summary>An answer of the site, read as a page.</summary>
public sealed class VisitedPage
{
    private VisitedPage(HttpResponseMessage response, string body, IHtmlDocument document)
    {
        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Body = body;
        Document = document;
    }

    public HttpStatusCode Status { get; }

    /// <summary>Where the redirects ended.</summary>
    public Uri Address { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpContentHeaders ContentHeaders { get; }

    public string Body { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The page's single heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What a reader sees in the main part, with single spaces.</summary>
    public string Text => string.Join(' ', ((IElement?)Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The fields that are marked as wrong.</summary>
    public IReadOnlyList<string> InvalidFields => [.. Document.QuerySelectorAll("[aria-invalid=true]").Select(marked => marked.GetAttribute("name") ?? "")];

    /// <summary>The form that the selector finds, or the only one sent by POST outside the page's header and footer.</summary>
    public IHtmlFormElement Form(string? selector = null)
    {
        var found = selector is not null
            ? Document.QuerySelectorAll(selector).OfType<IHtmlFormElement>().ToList()
            : [.. Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>()];
        return found.Count == 1 ? found[0] : throw new InvalidOperationException($"{found.Count} forms at {Address} ({(int)Status}): name one.");
    }

    /// <summary>The value of a field or the text of a textarea, as it stands on the page.</summary>
    public string? Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    /// <summary>The field by which the site knows its own forms, for a form that is sent without the page's.</summary>
    public KeyValuePair<string, string> Token => new("__RequestVerificationToken", Value("__RequestVerificationToken")!);

    internal static async Task<VisitedPage> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new VisitedPage(response, body, await new HtmlParser().ParseDocumentAsync(body));
        }
    }
}

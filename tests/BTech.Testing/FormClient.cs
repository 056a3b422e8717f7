using System.Net.Http.Headers;

namespace BTech.Testing;

/// <summary>A visitor without JavaScript: opens pages, fills in their forms as they stand there, and posts them with their token.</summary>
public sealed class FormClient(HttpClient http) : IDisposable
{
    public HttpClient Http { get; } = http;

    /// <summary>Opens a page, following redirects.</summary>
    public async Task<VisitedPage> GetAsync(string address) => await VisitedPage.ReadAsync(await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Fills in a form of the page and posts it, following redirects.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="values">What to type or choose, by field name; null leaves a field out. The rest stays as the page has it.</param>
    /// <param name="form">CSS selector when the page has more than one form, otherwise its only one that is sent by POST.</param>
    /// <param name="button">CSS selector of the button to press, when it matters.</param>
    /// <param name="files">Files to choose, by field name: file name and content.</param>
    public async Task<VisitedPage> SubmitAsync(VisitedPage page, IEnumerable<(string Name, string? Value)>? values = null, string? form = null, string? button = null,
        IReadOnlyDictionary<string, (string Name, byte[] Content)>? files = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var element = page.Form(form);
        var pressed = button is null ? null : element.QuerySelector(button) ?? page.Document.QuerySelector(button) ?? throw new InvalidOperationException($"No button {button} at {page.Address}.");
        var fields = FormFields.Of(element, pressed);
        foreach (var group in (values ?? []).GroupBy(value => value.Name))
        {
            fields.RemoveAll(field => field.Key == group.Key);
            fields.AddRange(group.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value!)));
        }

        var target = new Uri(page.Address, pressed?.GetAttribute("formaction") ?? element.GetAttribute("action") ?? page.Address.ToString());
        if ((element.GetAttribute("method") ?? "get").Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            using var query = new FormUrlEncodedContent(fields);
            return await GetAsync(new UriBuilder(target) { Query = await query.ReadAsStringAsync() }.Uri.ToString());
        }
        return await PostAsync(target.ToString(), fields, files, element.GetAttribute("enctype") == "multipart/form-data");
    }

    /// <summary>Posts fields as they are given, without a page: for forged and late requests.</summary>
    public async Task<VisitedPage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields,
        IReadOnlyDictionary<string, (string Name, byte[] Content)>? files = null, bool isMultipart = false)
    {
        if (!isMultipart && files is null)
        {
            using var content = new FormUrlEncodedContent(fields);
            return await VisitedPage.ReadAsync(await Http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content));
        }
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        foreach (var (name, file) in files ?? new Dictionary<string, (string, byte[])>())
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            parts.Add(part, name, file.Name);
        }
        return await VisitedPage.ReadAsync(await Http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), parts));
    }

    public void Dispose() => Http.Dispose();
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Benchmarks.Product;

/// <summary>
/// A browser that costs as little as possible: keeps cookies by hand (they are Secure, and the proxy with TLS is left out of the
/// measurement), reads hidden fields with one expression, posts them back.
/// </summary>
internal sealed partial class Visitor(HttpMessageInvoker http, Uri site)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The cookies as one header, for a load generator.</summary>
    public string CookieHeader => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, CancellationToken cancel) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(site, path)), cancel);

    /// <summary>Posts the page's hidden fields with some of one's own and gives the answer, redirects not followed.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string page, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        var form = Hidden().Matches(page).Select(match => KeyValuePair.Create(Name().Match(match.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(match.Value).Groups[1].Value)))
            .Where(field => field.Key.Length > 0).Concat(fields);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(site, path)) { Content = new FormUrlEncodedContent(form) }, cancel);
    }

    /// <summary>Enters by a personal link and accepts the Rule.</summary>
    public async Task EnterAsync(string code, CancellationToken cancel)
    {
        var (_, explanation) = await GetAsync($"participate/{code}", cancel);
        Expect(HttpStatusCode.Redirect, await PostAsync($"participate/{code}", explanation, [], cancel), "entering");
        var (_, rule) = await GetAsync("participate/rule", cancel);
        Expect(HttpStatusCode.Redirect, await PostAsync("participate/rule", rule, [new("Accepted", "true")], cancel), "accepting the Rule");
    }

    public static void Expect(HttpStatusCode wanted, (HttpStatusCode Status, string Body) answer, string what)
    {
        if (answer.Status != wanted) throw new InvalidOperationException($"{what} was answered {(int)answer.Status}: {answer.Body[..Math.Min(600, answer.Body.Length)]}");
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            if (_cookies.Count > 0) request.Headers.Add("Cookie", CookieHeader);
            using var response = await http.SendAsync(request, cancel);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                {
                    var pair = cookie.Split(';')[0];
                    _cookies[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
                }
            return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancel)));
        }
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}

using System.Globalization;

namespace BTech.Web.Design;

/// <summary>A text that somebody posted and that must not get lost because the post could not be taken.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Text">What was typed.</param>
public sealed record KeptField(string Name, string Text)
{
    // What a page or a choice put there, and nobody typed.
    private static readonly HashSet<string> Chosen =
        new(["Entry", "Form", "PageId", "Seen", "Then", "WrittenIn", "Permission", "Choice", "Capacity", "Kinds", "Carried", "Disposition"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The texts of a posted form, as far as it was read; nothing secret (passwords, codes, tokens) and nothing that no one typed
    /// (ids, numbers, ticks).
    /// </summary>
    public static IReadOnlyList<KeptField> Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return [];
        var form = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        return form is null ? [] :
        [
            .. form.Where(field => !IsSecret(field.Key) && !Chosen.Contains(field.Key[(field.Key.LastIndexOf('.') + 1)..]))
                .SelectMany(field => field.Value, (field, text) => new KeptField(field.Key, text ?? ""))
                .Where(field => IsTyped(field.Text))
                .OrderByDescending(field => field.Text.Length),
        ];
    }

    private static bool IsSecret(string name) =>
        name.StartsWith('_') || name.Contains("password", StringComparison.OrdinalIgnoreCase)
        || name.Contains("code", StringComparison.OrdinalIgnoreCase) || name is "SealedChallenge" or "Credential" || name.Contains("passphrase", StringComparison.OrdinalIgnoreCase);

    private static bool IsTyped(string text) =>
        text.Trim().Length > 1 && !Guid.TryParse(text, out _) && !bool.TryParse(text, out _)
        && !decimal.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _);
}

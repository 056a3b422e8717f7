using BTech.People.OnRecord;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Words;

/// <summary>The name under which a submission stands, in one line, the same wherever it is shown.</summary>
public static class SignatureLine
{
    /// <summary>Name, role and organisation of a person; an organisation's name alone.</summary>
    public static string Of(Signature signature, IStringLocalizer<OnRecord> words)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(words);
        return signature.Name is null
            ? signature.Organisation ?? string.Empty
            : words["Signature", signature.Name, signature.Role ?? string.Empty, signature.Organisation ?? words["Signature.Personal"].Value];
    }
}

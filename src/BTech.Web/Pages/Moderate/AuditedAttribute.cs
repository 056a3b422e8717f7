namespace BTech.Web.Pages.Moderate;

/// <summary>
/// What a posted form of the project team does, as the audit names it. Every handler of a form bears it, so that no page can be added that
/// leaves no trace; <see cref="TeamActs"/> writes the line once the act has succeeded.
/// </summary>
/// <param name="act">What was done, in the past tense: "passage masked". Empty for a handler that writes its lines itself because it has more to say.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute(string act) : Attribute
{
    /// <summary>For handlers that write their lines themselves.</summary>
    public const string ByItself = "";

    /// <summary>What was done.</summary>
    public string Act { get; } = act;
}

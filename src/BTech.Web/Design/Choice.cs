using Microsoft.AspNetCore.Mvc.Rendering;

namespace BTech.Web.Design;

/// <summary>One of several answers, with an optional line that explains it.</summary>
public sealed class Choice : SelectListItem
{
    /// <summary>An answer: what is posted, what is read, and what explains it.</summary>
    public Choice(string value, string label, string? hint = null) : base(label, value) => Hint = hint;

    /// <summary>A line under the answer.</summary>
    public string? Hint { get; }
}

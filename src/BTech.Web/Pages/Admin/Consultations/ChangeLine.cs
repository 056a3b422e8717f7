namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>What an administrator says about one paragraph that changed.</summary>
public sealed class ChangeLine
{
    /// <summary>Whether it is a paragraph of the newer version and the question is where it comes from; else an older one, and what it became.</summary>
    public bool IsNewer { get; set; }

    /// <summary>The paragraph's number.</summary>
    public int Number { get; set; }

    /// <summary>The numbers of its counterparts as typed; empty when it is new or was deleted.</summary>
    public string? Others { get; set; }

    /// <summary>Why it was changed.</summary>
    public string? Reason { get; set; }
}

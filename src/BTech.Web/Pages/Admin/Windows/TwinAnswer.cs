using BTech.People.Invitations;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>What a person said about a name that may be an organisation's other name.</summary>
public sealed class TwinAnswer
{
    /// <summary>One organisation.</summary>
    public const string Same = "same";

    /// <summary>Two organisations.</summary>
    public const string Two = "two";

    /// <summary>The new name.</summary>
    public string Written { get; set; } = "";

    /// <summary>The name that it may stand for.</summary>
    public string Known { get; set; } = "";

    /// <summary>Nothing until somebody has chosen.</summary>
    public string? Choice { get; set; }

    public static TwinAnswer To(LikelyTwin twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return new TwinAnswer { Written = twin.Written, Known = twin.Known };
    }

    /// <summary>Whether it answers this question, and not one about a file that was chosen before.</summary>
    public bool IsAbout(LikelyTwin twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return Written == twin.Written && Known == twin.Known;
    }
}

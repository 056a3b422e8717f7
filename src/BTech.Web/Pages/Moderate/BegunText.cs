namespace BTech.Web.Pages.Moderate;

/// <summary>What the reader had begun to write in a draft and not saved.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsTakenUp">Whether they stand in the form.</param>
public sealed record BegunText(string Text, bool IsTakenUp)
{
    /// <summary>What there is to tell of it: nothing where nothing was begun, or it is what stands in the report anyway.</summary>
    public static BegunText? Of(string? begun, string? stands, bool isTakenUp) => begun is null || begun == stands ? null : new BegunText(begun, isTakenUp);
}

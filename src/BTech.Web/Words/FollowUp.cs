namespace BTech.Web.Words;

/// <summary>Words of the follow-up page and of the seal pages.</summary>
public sealed class FollowUp;

namespace BTech.Web.Words;

/// <summary>Words of the participants' check of a draft, for those who read it and for the team.</summary>
public sealed class DraftCheck;

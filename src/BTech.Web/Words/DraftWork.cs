namespace BTech.Web.Words;

/// <summary>Words of how a report comes about: review comments, the history of a draft, what two versions differ in, and sentences that were begun.</summary>
public sealed class DraftWork;

namespace BTech.Web.Words;

/// <summary>Words of the pages with which staff sign in.</summary>
public sealed class Account;

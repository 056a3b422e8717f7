namespace BTech.Web.Words;

/// <summary>Words of the checks on an installation.</summary>
public sealed class Verify;

namespace BTech.Web.Words;

/// <summary>Words of the layout, the forms, the error pages and the pages that anyone may read.</summary>
public sealed class Shared;

namespace BTech.Web.Words;

/// <summary>Words of exports of coded inputs: the page, and what stands in the files.</summary>
public sealed class Exports;

namespace BTech.Web.Words;

/// <summary>Words of the list of themes: its texts, its place in files and what a file may be refused for.</summary>
public sealed class CodeBooks;

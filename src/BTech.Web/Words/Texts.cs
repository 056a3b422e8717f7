namespace BTech.Web.Words;

/// <summary>Words of the page that says which texts have been read by somebody who speaks the language.</summary>
public sealed class Texts;

namespace BTech.Web.Words;

/// <summary>Words with which administrators set up a consultation's focus areas, delete an empty one, and look after the site itself.</summary>
public sealed class Setup;

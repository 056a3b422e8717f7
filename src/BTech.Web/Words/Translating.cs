namespace BTech.Web.Words;

/// <summary>Words of working translations: their page, where they are shown, and who outside holds texts.</summary>
public sealed class Translating;

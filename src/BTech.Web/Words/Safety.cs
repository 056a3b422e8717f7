namespace BTech.Web.Words;

/// <summary>Words for people to whom taking part is a risk.</summary>
public sealed class Safety;

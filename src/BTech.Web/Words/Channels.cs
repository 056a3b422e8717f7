namespace BTech.Web.Words;

/// <summary>Words of other channels: letters handed in before the seal, texts brought in after it.</summary>
public sealed class Channels;

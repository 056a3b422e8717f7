namespace BTech.Web.Words;

/// <summary>Words with which administrators play a rehearsal and remove it, and of the banner that staff see on its pages.</summary>
public sealed class Rehearsing;

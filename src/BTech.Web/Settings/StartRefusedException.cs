namespace BTech.Web.Settings;

/// <summary>Something stands in the way of starting; the message is one line that names it and the remedy.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);

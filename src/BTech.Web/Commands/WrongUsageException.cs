namespace BTech.Web.Commands;

/// <summary>The verb was called with too little or too much; only seen once it ran. The message says what is wrong.</summary>
public sealed class WrongUsageException(string fault) : Exception(fault);

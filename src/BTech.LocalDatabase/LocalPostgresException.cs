namespace BTech.LocalDatabase;

/// <summary>The local PostgreSQL could not be used; the message is a sentence for the person at the keyboard.</summary>
public sealed class LocalPostgresException : Exception
{
    /// <summary>Says what stands in the way.</summary>
    public LocalPostgresException(string message) : base(message)
    {
    }

    /// <summary>Says what stands in the way, and what caused it.</summary>
    public LocalPostgresException(string message, Exception cause) : base(message, cause)
    {
    }

    /// <summary>For the framework's own use.</summary>
    public LocalPostgresException()
    {
    }
}

namespace BTech.Record.Boxes;

/// <summary>A window's keys are not there: not made yet, lost, or destroyed at the seal.</summary>
public sealed class BoxKeysMissingException : Exception
{
    /// <summary>Says nothing about which.</summary>
    public BoxKeysMissingException()
        : base("The keys of this comment window are not in the key directory.")
    {
    }

    /// <summary>With the caller's words.</summary>
    public BoxKeysMissingException(string message)
        : base(message)
    {
    }

    /// <summary>With the caller's words and the cause.</summary>
    public BoxKeysMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace BTech.Record.Inputs;

/// <summary>Which inputs of a window to list. Set-aside ones are listed only when asked for, and then without their text.</summary>
public sealed record InputFilter
{
    /// <summary>Everything that is not set aside.</summary>
    public static InputFilter Everything { get; } = new();

    /// <summary>Number of the focus area; 0 for overall comments.</summary>
    public int? FocusArea { get; init; }

    /// <summary>Number of the paragraph commented on.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Coded with this theme.</summary>
    public Guid? Theme { get; init; }

    /// <summary>Only those that carry no theme yet.</summary>
    public bool Uncoded { get; init; }

    /// <summary>Only this kind.</summary>
    public InputKind? Kind { get; init; }

    /// <summary>Only this state of review.</summary>
    public ReviewState? State { get; init; }

    /// <summary>Words that the readable text contains, whatever their case.</summary>
    public string? Contains { get; init; }
}

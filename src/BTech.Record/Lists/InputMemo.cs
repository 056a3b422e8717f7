using BTech.Agenda;

namespace BTech.Record.Lists;

/// <summary>What the team noted on an input as a whole. It hangs on the input and goes with it.</summary>
public sealed class InputMemo
{
    /// <summary>Longest memo, in characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>So many may hang on one input.</summary>
    public const int Most = 50;

    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>The memo.</summary>
    public required string Text { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required StaffId WrittenBy { get; set; }
}

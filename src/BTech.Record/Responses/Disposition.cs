namespace BTech.Record.Responses;

/// <summary>What the project team answers to a key point.</summary>
public enum Disposition
{
    /// <summary>It is done as the point asks. The only answer that needs no reason.</summary>
    Accepted = 1,

    /// <summary>Some of it is done.</summary>
    Partly = 2,

    /// <summary>It is not done in this version, or not by this project.</summary>
    NotNow = 3,

    /// <summary>There is nothing to do: the point is taken note of.</summary>
    Noted = 4,
}

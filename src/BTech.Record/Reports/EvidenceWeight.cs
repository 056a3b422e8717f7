namespace BTech.Record.Reports;

/// <summary>What an excerpt does for a key point.</summary>
public enum EvidenceWeight
{
    /// <summary>The point is taken from it.</summary>
    Main = 1,

    /// <summary>It says so as well.</summary>
    Supporting = 2,

    /// <summary>It says otherwise.</summary>
    Contrary = 3,
}

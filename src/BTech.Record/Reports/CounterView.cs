namespace BTech.Record.Reports;

/// <summary>Whether somebody looked for views against a key point.</summary>
public enum CounterView
{
    /// <summary>Nobody has.</summary>
    NotLookedFor = 0,

    /// <summary>They looked, and nobody says otherwise.</summary>
    NoneFound = 1,

    /// <summary>Somebody says otherwise.</summary>
    Found = 2,
}

namespace BTech.Record.Verification;

/// <summary>What a check on an installation comes to.</summary>
public enum Verdict
{
    /// <summary>As it should be.</summary>
    Green = 1,

    /// <summary>A weakness that is to be known, but joins nothing by itself.</summary>
    Weak = 2,

    /// <summary>The records could be joined, or read before their time. No window is opened here.</summary>
    Red = 3,

    /// <summary>It could not be looked at.</summary>
    NotSeen = 4,
}

namespace BTech.Record.FollowUp;

/// <summary>What the holder of a follow-up code may ask for after the seal. Asking for one does not take the other back; of two answers to the team's question the later one counts.</summary>
[Flags]
public enum FollowUpRequest
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Everything sent with this code leaves every list, count and report.</summary>
    Withdraw = 1,

    /// <summary>The code can do nothing any more.</summary>
    Burn = 2,

    /// <summary>A passage may be quoted.</summary>
    AllowQuotation = 4,

    /// <summary>It may not, or not any more.</summary>
    RefuseQuotation = 8,
}

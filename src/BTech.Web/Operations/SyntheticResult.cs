namespace BTech.Web.Operations;

/// <summary>How far a made-up consultation has come.</summary>
public enum SyntheticState
{
    /// <summary>Its window is open; what is asked for has been sent.</summary>
    Open = 1,

    /// <summary>Writing is over; the seal has not run.</summary>
    Closed = 2,

    /// <summary>Sealed.</summary>
    Sealed = 3,
}

/// <summary>A made-up consultation.</summary>
/// <param name="Consultation">Its slug.</param>
/// <param name="Window">Its window, as slug/number.</param>
/// <param name="Links">One personal link for everybody invited.</param>
/// <param name="Staff">The sample accounts.</param>
public sealed record SyntheticResult(string Consultation, string Window, IReadOnlyList<string> Links, IReadOnlyList<SeededStaff> Staff);

namespace BTech.Agenda.Retention;

/// <summary>Why a day cannot be chosen for an erasure. The page that shows it owns the words.</summary>
public enum RetentionProblem
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>Sooner after the seal than <see cref="RetentionDates.FewestDays"/>.</summary>
    TooEarly = 1,

    /// <summary>Later than <see cref="RetentionDates.MostDays"/> after closing.</summary>
    TooLate = 2,

    /// <summary>Later than what participants were promised.</summary>
    Later = 3,

    /// <summary>Today, or a day that has passed: it would be erased at once.</summary>
    Past = 4,
}

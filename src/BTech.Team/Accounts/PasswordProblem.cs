namespace BTech.Team.Accounts;

/// <summary>Why a password is refused.</summary>
public enum PasswordProblem
{
    /// <summary>It is not refused.</summary>
    None = 0,

    /// <summary>Fewer than 12 characters.</summary>
    TooShort = 1,

    /// <summary>More than 200 characters.</summary>
    TooLong = 2,

    /// <summary>Among the first that anybody would try.</summary>
    TooCommon = 3,

    /// <summary>It is, or contains, the person's own address.</summary>
    OwnAddress = 4,
}

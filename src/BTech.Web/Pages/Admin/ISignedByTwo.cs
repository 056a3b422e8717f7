namespace BTech.Web.Pages.Admin;

/// <summary>A form on which two persons type their passwords: see <see cref="TwoSignatures"/> and the partial page <c>_TwoPersons</c>.</summary>
public interface ISignedByTwo
{
    /// <summary>Of whoever is signed in.</summary>
    string? Password { get; }

    /// <summary>Of the same person, where the account has a second factor.</summary>
    string? Code { get; }

    /// <summary>Address of the second person.</summary>
    string? SecondEmail { get; }

    /// <summary>Password of the second person.</summary>
    string? SecondPassword { get; }

    /// <summary>Code of the second person, where that account has a second factor.</summary>
    string? SecondCode { get; }

    /// <summary>Who the second person may be, in the page's language.</summary>
    string SecondHint { get; }

    /// <summary>That the second person may not sign this, likewise.</summary>
    string SecondWrongRole { get; }
}

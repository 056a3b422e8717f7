namespace BTech.People.Invitations;

/// <summary>Why a row of a participants' file cannot be taken. The page that shows it owns the words.</summary>
public enum RowReason
{
    /// <summary>The bytes are not UTF-8.</summary>
    BrokenEncoding = 1,

    /// <summary>The header line is not the expected one; argument: the columns that are missing or unknown.</summary>
    WrongHeader = 2,

    /// <summary>There is no row below the header.</summary>
    NoRows = 3,

    /// <summary>The file is larger than an import takes; argument: the limit.</summary>
    TooLarge = 4,

    /// <summary>The row has more or fewer fields than the header, or its quotes do not match.</summary>
    WrongNumberOfFields = 5,

    /// <summary>A field is empty; argument: its column.</summary>
    MissingField = 6,

    /// <summary>A field is too long; arguments: its column, the most characters.</summary>
    TooLong = 7,

    /// <summary>A field holds characters that cannot be shown; argument: its column.</summary>
    BadCharacters = 8,

    /// <summary>Not a mail address; argument: what was written.</summary>
    BadAddress = 9,

    /// <summary>The consultation has no such group; arguments: what was written, the groups there are.</summary>
    UnknownGroup = 10,

    /// <summary>Not one of the six languages; argument: what was written.</summary>
    UnknownLanguage = 11,

    /// <summary>Neither personal nor organisation; argument: what was written.</summary>
    UnknownKind = 12,

    /// <summary>The same address stands in an earlier row; arguments: the address, that row.</summary>
    DuplicateInFile = 13,

    /// <summary>The address is invited to this window already; argument: the address.</summary>
    AlreadyInvited = 14,

    /// <summary>An organisation has one link for the organisation; arguments: the organisation, the earlier row.</summary>
    SecondOrganisationLink = 15,

    /// <summary>The round counts organisations, and this row stands for a person.</summary>
    PersonWhereOrganisationsCount = 16,

    /// <summary>A link for an organisation, and no organisation is named.</summary>
    OrganisationMissing = 17,
}

/// <summary>One reason why nothing was imported.</summary>
/// <param name="Row">Row as a spreadsheet counts it, the header being 1; 0 when the whole file is meant.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Arguments">What belongs into the sentence, as written in the file.</param>
public sealed record RowProblem(int Row, RowReason Reason, IReadOnlyList<string> Arguments);

/// <summary>What came of reading a participants' file.</summary>
/// <param name="Rows">How many rows of people it holds.</param>
/// <param name="Problems">All reasons, by row; when there is one, nothing was imported.</param>
/// <param name="Twins">New organisations that may be known by another name.</param>
/// <param name="Invited">The invitations made, in the file's order; empty when nothing was saved.</param>
public sealed record ImportReport(int Rows, IReadOnlyList<RowProblem> Problems, IReadOnlyList<LikelyTwin> Twins, IReadOnlyList<ImportedInvitation> Invited)
{
    /// <summary>Whether every row could be taken.</summary>
    public bool IsClean => Problems.Count == 0;
}

/// <summary>One invitation that an import made.</summary>
/// <param name="InvitationId">The invitation, prepared.</param>
/// <param name="Email">The address as written.</param>
public sealed record ImportedInvitation(Guid InvitationId, string Email);

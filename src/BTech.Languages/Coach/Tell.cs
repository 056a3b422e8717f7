namespace BTech.Languages.Coach;

/// <summary>What in a passage may tell who wrote it, the plainest first: where marks lie on each other, the first of these is shown.</summary>
public enum Tell
{
    /// <summary>The writer's own name.</summary>
    OwnName = 0,

    /// <summary>The writer's own organisation, one of its brands or its domain.</summary>
    OwnOrganisation = 1,

    /// <summary>An e-mail address.</summary>
    MailAddress = 2,

    /// <summary>A telephone number.</summary>
    PhoneNumber = 3,

    /// <summary>A report, a paper or a page of the writer's own, with or without its address.</summary>
    OwnWork = 4,

    /// <summary>"We at …", "our company …", "on behalf of …": first person beside a name.</summary>
    Affiliation = 5,

    /// <summary>"As the only …", "we are the largest …", "one of two …".</summary>
    OnlyOne = 6,

    /// <summary>"In my role as …", "I am the head of …".</summary>
    Role = 7,

    /// <summary>A country or nationality with a kind of organisation or person, in the first person: "as a bank in …".</summary>
    CountryAndKind = 8,

    /// <summary>Since when, where or how large: "our company, founded in 1987", "our 40,000 employees".</summary>
    Particulars = 9,
}

namespace BTech.People.OnRecord;

/// <summary>Under which name somebody speaks on the record.</summary>
public enum Capacity
{
    /// <summary>Under the person's own name, with role and organisation.</summary>
    Person = 1,

    /// <summary>Under the organisation's name, without the person's.</summary>
    Organisation = 2,
}

namespace BTech.Team.Roles;

/// <summary>What became of the wish to give or take a role.</summary>
public enum AssignmentOutcome
{
    /// <summary>Done, or already so.</summary>
    Done = 1,

    /// <summary>Refused: the person would see both the people and the inputs of one window.</summary>
    PeopleAndInputs = 2,

    /// <summary>There is no such account, or it has been closed.</summary>
    NoSuchPerson = 3,

    /// <summary>Refused: nobody would be left who can manage staff.</summary>
    LastAdministrator = 4,
}

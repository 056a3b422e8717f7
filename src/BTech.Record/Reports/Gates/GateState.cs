namespace BTech.Record.Reports.Gates;

/// <summary>How a report stands at one gate.</summary>
public enum GateState
{
    /// <summary>Nothing was found.</summary>
    Passed = 1,

    /// <summary>Something was found that is advice: the report may go on.</summary>
    Advice = 2,

    /// <summary>Something was found that keeps the report from going on.</summary>
    Closed = 3,

    /// <summary>The product sees to it itself, whatever anybody writes.</summary>
    ByConstruction = 4,

    /// <summary>There is nothing to ask here: a meeting has no contributors, and in a frozen round nobody can be counted any more.</summary>
    DoesNotApply = 5,

    /// <summary>All that would keep the report from going on here was asked of the second person, or they have agreed to it.</summary>
    WithSecondPerson = 6,
}

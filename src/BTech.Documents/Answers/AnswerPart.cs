namespace BTech.Documents.Answers;

/// <summary>Which part of something written an answer is. A comment and another wording have only the first.</summary>
public enum AnswerPart
{
    /// <summary>The words; of an example or a resource why it matters, of a dilemma the situation.</summary>
    Text = 1,

    /// <summary>What an example or a resource is called.</summary>
    Title = 2,

    /// <summary>The address of a resource on the web.</summary>
    Link = 3,

    /// <summary>The tension in a dilemma.</summary>
    Tension = 4,

    /// <summary>What would help in a dilemma.</summary>
    WouldHelp = 5,
}

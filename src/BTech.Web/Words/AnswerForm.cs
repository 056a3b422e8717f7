namespace BTech.Web.Words;

/// <summary>Words about what goes out of a box and comes back: the own copy, the questions as a form, the answers brought back.</summary>
public sealed class AnswerForm;

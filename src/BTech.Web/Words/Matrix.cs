namespace BTech.Web.Words;

/// <summary>Words of the matrix of themes and its charts.</summary>
public sealed class Matrix;

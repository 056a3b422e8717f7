namespace BTech.Record.Inputs;

/// <summary>What the author allows to be done with the words.</summary>
public enum QuotingPermission
{
    /// <summary>May be paraphrased, which is the default.</summary>
    Paraphrase = 0,

    /// <summary>The author may be asked to release one sentence.</summary>
    MayBeAsked = 1,

    /// <summary>Counted and learnt from; no sentence of a report rests on it alone.</summary>
    BackgroundOnly = 2,
}

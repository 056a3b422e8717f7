namespace BTech.Record.DraftChecks;

/// <summary>Where the participants' check of a version stands.</summary>
public enum DraftCheckState
{
    /// <summary>Everybody invited may read the draft and answer; answers are locked.</summary>
    Running = 1,

    /// <summary>The answers are out, all together.</summary>
    Out = 2,

    /// <summary>Somebody who clears decided that nobody is asked.</summary>
    LeftOut = 3,
}

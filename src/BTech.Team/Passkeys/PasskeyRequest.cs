namespace BTech.Team.Passkeys;

/// <summary>What a page asks of the browser.</summary>
/// <param name="Options">JSON for <c>navigator.credentials</c>, with the challenge.</param>
/// <param name="Challenge">The challenge once more, sealed: the form that brings the answer brings it back.</param>
public sealed record PasskeyRequest(string Options, string Challenge);

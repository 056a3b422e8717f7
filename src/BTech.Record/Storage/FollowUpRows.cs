namespace BTech.Record.Storage;

/// <summary>SHA-256(HKDF(R, "look" ‖ n)): finds an input by follow-up code. Written by plain SQL, like the two below.</summary>
internal sealed class InputLookupRow
{
    public required Guid InputId { get; init; }

    public required byte[] LookupHash { get; init; }
}

/// <summary>One contributor's box for requests, ciphertext of one size whether used or not. Id and bytes are new at every rewriting.</summary>
internal sealed class RequestBoxRow
{
    public required Guid Id { get; init; }

    public required Guid WindowId { get; init; }

    public required byte[] LookupHash { get; init; }

    public required byte[] Box { get; init; }
}

/// <summary>An input that its author withdrew.</summary>
internal sealed class WithdrawalRow
{
    public required Guid InputId { get; init; }
}

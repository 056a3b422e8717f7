namespace BTech.Record.FollowUp;

/// <summary>What stands in a request box: version (1) ‖ request (1) ‖ contributor (16). An unused box holds the same bytes, all of them zero but the first.</summary>
internal readonly record struct RequestContent(FollowUpRequest Request, Guid Contributor)
{
    private const byte Version = 1;

    private const int Bytes = 18;

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        bytes[0] = Version;
        bytes[1] = (byte)Request;
        Contributor.TryWriteBytes(bytes.AsSpan(2), bigEndian: true, out _);
        return bytes;
    }

    public static RequestContent From(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes && bytes[0] == Version
        ? new RequestContent((FollowUpRequest)bytes[1], new Guid(bytes[2..], bigEndian: true))
        : throw new InvalidDataException("A request box holds a form that this version does not know.");
}

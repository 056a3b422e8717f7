namespace BTech.Record.FollowUp;

/// <summary>
/// What stands in a request box: version (1) ‖ request (1) ‖ contributor (16) ‖ question about a quotation that is answered (16). An unused box holds the same bytes, all
/// of them zero but the first. The first version had no questions; its boxes wait until the release that follows an update.
/// </summary>
internal readonly record struct RequestContent(FollowUpRequest Request, Guid Contributor, Guid Quotation = default)
{
    private const FollowUpRequest Answers = FollowUpRequest.AllowQuotation | FollowUpRequest.RefuseQuotation;

    private const byte Version = 2;
    private const byte FirstVersion = 1;
    private const int FirstBytes = 18;
    private const int Bytes = 34;

    public RequestContent With(FollowUpRequest request, Guid contributor, Guid quotation)
    {
        if (request is FollowUpRequest.None) return this;
        var isAnswer = (request & Answers) is not FollowUpRequest.None;
        return new RequestContent((isAnswer ? Request & ~Answers : Request) | request, contributor, isAnswer ? quotation : Quotation);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        bytes[0] = Version;
        bytes[1] = (byte)Request;
        Contributor.TryWriteBytes(bytes.AsSpan(2), bigEndian: true, out _);
        Quotation.TryWriteBytes(bytes.AsSpan(FirstBytes), bigEndian: true, out _);
        return bytes;
    }

    /// <exception cref="InvalidDataException">A form that this version does not know.</exception>
    public static RequestContent From(ReadOnlySpan<byte> bytes) => (bytes.Length, bytes[0]) switch
    {
        (Bytes, Version) => new RequestContent((FollowUpRequest)bytes[1], new Guid(bytes[2..FirstBytes], bigEndian: true), new Guid(bytes[FirstBytes..], bigEndian: true)),
        (FirstBytes, FirstVersion) => new RequestContent((FollowUpRequest)bytes[1], new Guid(bytes[2..], bigEndian: true)),
        _ => throw new InvalidDataException("A request box holds a form that this version does not know."),
    };
}

namespace BTech.Record;

/// <summary>
/// All that the Record side ever sees of a person: a keyed tag that lives until the seal, and the label of the group.
/// Made by the door <c>AuthorTags</c> for one request and never stored with an id.
/// </summary>
/// <param name="WindowId">The comment window.</param>
/// <param name="Tag">32 bytes: HMAC-SHA256 under the window's tag key.</param>
/// <param name="GroupLabel">The group's label frozen at opening ("companies"); empty when there is none.</param>
public sealed record Author(Guid WindowId, ReadOnlyMemory<byte> Tag, string GroupLabel);

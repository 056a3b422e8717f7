namespace BTech.Web.Operations;

/// <summary>A clock that stands where it is put, so that rounds of the past can be played through the product's own methods.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset instant) => _now = instant;
}

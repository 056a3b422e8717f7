using BTech.Languages;

namespace BTech.Documents.Feeds;

/// <summary>What has been published, for programs that look for what is new (RFC 4287). It names nobody and tells days, never a time of day.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who publishes: the site, never a person.</param>
/// <param name="Language">The language of its title.</param>
/// <param name="Address">Where it is read; also what it is known by.</param>
/// <param name="Page">The page on which the same is read.</param>
/// <param name="Entries">What was published, the newest first.</param>
public sealed record Feed(string Title, string Author, Language Language, Uri Address, Uri Page, IReadOnlyList<FeedEntry> Entries);

/// <summary>One thing that was published.</summary>
/// <param name="Id">What it is known by for good, whatever the language of the feed.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">The language in which it is written.</param>
/// <param name="Page">Where it is read.</param>
/// <param name="Day">The day of its publication.</param>
/// <param name="Summary">What is new in it, in its own language; nothing where there is nothing to say.</param>
/// <param name="Files">The same as files, with their media types.</param>
public sealed record FeedEntry(Uri Id, string Title, Language Language, Uri Page, DateOnly Day, string? Summary, IReadOnlyList<(Uri Address, string ContentType)> Files);

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using BTech.Adversary.Tests.Scenarios;
using BTech.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// A long comment, and a file that nobody asked for, pass through memory alone: while they are received, no temporary file appears. The watch
/// itself is tried by a request that the framework is told to keep on disk.
/// </summary>
[Collection(nameof(OneAtATime))]
public sealed class SpoolingTests
{
    private const string Spooled = "/planted-spooling";
    private const string FileName = "ZQnameofafileQZ.docx";

    [Fact]
    [Invariant(7)]
    [LeakChannel(28, 31)]
    public async Task Requests_Large_LeaveNoTemporaryFile()
    {
        await using var host = await TestHost.StartAsync(services: services => services.AddSingleton<IStartupFilter>(new Spooler()));
        var people = await InvitedPeople.OpenAsync(host, 2, ["companies"]);
        using var visitor = await people.EnterAsync(0);
        var page = await visitor.GetAsync("/participate/focus-areas/1");
        var text = $"ZQlongcommentQZ {string.Concat(Enumerable.Repeat("Words of a long comment. ", 2400))}";
        var fields = new[] { "Entry", "Form", "Was", "Counter", "__RequestVerificationToken" }.Select(name => KeyValuePair.Create(name, page.Value(name) ?? "")).Append(new("Text", text)).ToList();
        using var watch = new TemporaryFiles();

        // Too long for a comment, so it comes back with the page; what counts is where it was meanwhile.
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(page, [("Text", text)], "form[data-autosave]")).Status);
        await visitor.PostAsync("/participate/focus-areas/1", fields, isMultipart: true);
        await visitor.PostAsync("/participate/focus-areas/1", fields, new Dictionary<string, (string, byte[])> { ["Text"] = (FileName, Encoding.UTF8.GetBytes(new string('f', 200_000))) });
        await visitor.PostAsync("/follow-up", fields, new Dictionary<string, (string, byte[])> { ["Code"] = (FileName, Encoding.UTF8.GetBytes(new string('f', 200_000))) });
        // Answers brought back in a file: read, shown and not kept.
        var back = await visitor.SubmitAsync(await visitor.GetAsync("/participate/questions"), button: "[value=read]",
            files: new Dictionary<string, (string, byte[])> { ["Answers"] = (FileName, Encoding.UTF8.GetBytes($"[F1]\nZQbroughtbackQZ {new string('f', 200_000)}")) });
        Assert.Contains("ZQbroughtbackQZ", back.Text, StringComparison.Ordinal);
        await InvitedPeople.TypeAsync(visitor, "ZQshortQZ");

        await visitor.PostAsync(Spooled, [new("Text", text)]);
        var seen = await watch.UntilAsync(Spooler.Prefix);
        Assert.All(seen, file => Assert.StartsWith(Spooler.Prefix, file, StringComparison.Ordinal));
        var artefacts = await Artefacts.CollectAsync(host.Database.Superuser, [host.Folder], []);
        Assert.Empty(artefacts.Find(["ZQlongcommentQZ", FileName, "ZQshortQZ", "ZQbroughtbackQZ"]));
    }

    /// <summary>Keeps one request's body in a temporary file, as the framework does with large files of a form; the file bears a name of its own.</summary>
    private sealed class Spooler : IStartupFilter
    {
        public const string Prefix = "ASPNETCORE_planted";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
        {
            site.Use(async (context, go) =>
            {
                if (context.Request.Path != Spooled)
                {
                    await go(context);
                    return;
                }
                await using var body = new Microsoft.AspNetCore.WebUtilities.FileBufferingReadStream(context.Request.Body, memoryThreshold: 1024, bufferLimit: null, TemporaryFiles.Folder);
                await body.CopyToAsync(Stream.Null);
                await File.WriteAllTextAsync(Path.Combine(TemporaryFiles.Folder, $"{Prefix}{Guid.NewGuid():N}.tmp"), body.TempFileName);
            });
            next(site);
        };
    }

    /// <summary>Which files of the framework's appear in its folder; the system hands them on in the order in which they appear.</summary>
    private sealed class TemporaryFiles : IDisposable
    {
        private readonly FileSystemWatcher _watcher = new(Folder, "ASPNETCORE_*") { EnableRaisingEvents = false };
        private readonly BlockingCollection<string> _seen = [];

        public TemporaryFiles()
        {
            _watcher.Created += (_, file) => _seen.Add(file.Name!);
            // The framework makes a file that nobody else may read under another name first.
            _watcher.Renamed += (_, file) => _seen.Add(file.Name!);
            _watcher.EnableRaisingEvents = true;
        }

        public static string Folder => Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") is { Length: > 0 } asked ? asked : Path.GetTempPath();

        /// <summary>What appeared up to the first file with this beginning, but for the one that the request asked to be kept.</summary>
        public async Task<IReadOnlyList<string>> UntilAsync(string prefix)
        {
            var files = new List<string>();
            while (!files.Exists(file => file.StartsWith(prefix, StringComparison.Ordinal)))
            {
                Assert.True(_seen.TryTake(out var file, TimeSpan.FromSeconds(30)), "The watch sees nothing.");
                files.Add(file!);
            }
            var own = Path.Combine(Folder, files[^1]);
            var kept = Path.GetFileName(await File.ReadAllTextAsync(own));
            File.Delete(own);
            Assert.Contains(kept, files);
            return [.. files.Where(file => file != kept)];
        }

        public void Dispose()
        {
            _watcher.Dispose();
            _seen.Dispose();
        }
    }
}

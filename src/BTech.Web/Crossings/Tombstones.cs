using System.Text;
using BTech.Record.FollowUp;

namespace BTech.Web.Crossings;

/// <summary>
/// The ids of withdrawn inputs in <c>{Keys}/withdrawn</c>, one a line, sorted. They lie with the keys because that folder is in no backup
/// and so is never taken back to a time before a withdrawal.
/// </summary>
public sealed class Tombstones(string keysDirectory) : ITombstones
{
    private readonly string _file = Path.Combine(keysDirectory, "withdrawn");

    public Task<IReadOnlyCollection<Guid>> ReadAsync(CancellationToken cancel)
    {
        var lines = Encoding.ASCII.GetString(PrivateFiles.Read(_file) ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult<IReadOnlyCollection<Guid>>([.. lines.Select(Guid.Parse)]);
    }

    public Task WriteAsync(IReadOnlyCollection<Guid> inputs, CancellationToken cancel)
    {
        var lines = inputs.Select(input => input.ToString("D")).Order(StringComparer.Ordinal);
        PrivateFiles.Write(_file, Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n"))), replace: true);
        return Task.CompletedTask;
    }
}

using Npgsql;

namespace BTech.Team.Tests.Audit;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly TeamFixture _team = new();

    public async ValueTask InitializeAsync()
    {
        await _team.InitializeAsync();
        var person = await _team.PersonAsync(StaffRole.Administrator);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            _team.WithAsync((AuditTrail audit) => audit.AddAsync(person.Id, "window opened", $"b-tech/{number}", default))));
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task FirstBroken_AfterParallelLines_IsNothing() => Assert.Null(await BrokenAsync());

    [Theory]
    [InlineData("UPDATE team.audit_entry SET subject = 'b-tech/99' WHERE number = 5", 5L)]
    [InlineData("UPDATE team.audit_entry SET staff_id = NULL WHERE number = 7", 7L)]
    [InlineData("UPDATE team.audit_entry SET at = at + interval '1 microsecond' WHERE number = 9", 9L)]
    [InlineData("DELETE FROM team.audit_entry WHERE number = 6", 6L)]
    public async Task FirstBroken_AfterTampering_IsThatLine(string tampering, long line)
    {
        await ExecuteAsync(_team.Database.Owner, tampering);
        Assert.Equal(line, await BrokenAsync());
    }

    [Theory]
    [InlineData("UPDATE team.audit_entry SET subject = 'x'")]
    [InlineData("DELETE FROM team.audit_entry")]
    [InlineData("TRUNCATE team.audit_entry")]
    [InlineData("DROP TABLE team.audit_entry")]
    public async Task Role_ChangingOrShortening_IsRefusedByTheDatabase(string tampering)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(_team.Database.Team, tampering));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Page_Lines_NewestFirstWithTheAddress()
    {
        var lines = await _team.WithAsync((AuditTrail audit) => audit.PageAsync(1, 5, default));
        Assert.Equal(5, lines.Count);
        Assert.Equal(lines.Select(line => line.Number).OrderDescending(), lines.Select(line => line.Number));
        Assert.EndsWith("@example.org", lines[0].Who, StringComparison.Ordinal);
    }

    private Task<long?> BrokenAsync() => _team.WithAsync((AuditTrail audit) => audit.FirstBrokenAsync(default));

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

using System.Diagnostics;
using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.DraftChecks;
using BTech.Record.FollowUp;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Sealing;
using BTech.Record.Storage;
using BTech.Record.Tests.Boxes;
using BTech.Record.Tests.FollowUp;
using BTech.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BTech.Record.Tests;

/// <summary>The Record module as the composition root registers it, with windows that are sealed already.</summary>
public sealed class SealedSide : IAsyncLifetime
{
    public static readonly StaffId Coder = new(Guid.Parse("0d5b8a52-8c0b-4a0e-9a53-2b8f3a1c7e01"));
    public static readonly StaffId Other = new(Guid.Parse("7b1c5a90-1b9f-4c5d-8a37-6a1d0c9e4f02"));

    private readonly MemoryBatches _batches = new();

    /// <summary>The clock of the module; it stands until somebody moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>The keys of batches.</summary>
    public MemoryBatches Batches => _batches;

    private TestDatabase _database = null!;
    private ServiceProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabases.NewAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IBoxKeys, MemoryKeys>();
        services.AddSingleton<IBatchKeys>(_batches);
        services.AddSingleton<ITombstones>(_batches);
        services.AddRecord(_ => NpgsqlDataSource.Create(_database.Record));
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is null) return;
        await _provider.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Asks one class of the module, in a scope of its own as a page does.</summary>
    public async Task<TAnswer> AskAsync<TClass, TAnswer>(Func<TClass, Task<TAnswer>> question)
        where TClass : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TClass>());
    }

    /// <summary>Somebody who clears decides that the participants are not asked about a cleared version, unless its check has begun.</summary>
    public Task<CheckResult> LeaveOutCheckAsync(Guid report) => AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.LeaveOutAsync(report, "They are asked at a meeting.", Other, default));

    /// <summary>A sealed window with these contributors; the ids of their inputs come back in the order given.</summary>
    public async Task<(Guid Window, IReadOnlyList<Guid> Inputs)> WindowAsync(params IEnumerable<Voice> voices)
    {
        var window = Guid.NewGuid();
        var ids = new List<Guid>();
        await using var scope = _provider.CreateAsyncScope();
        var record = scope.ServiceProvider.GetRequiredService<RecordContext>();
        foreach (var voice in voices)
        {
            var contributor = new Contributor { Id = Guid.NewGuid(), WindowId = window, GroupLabel = voice.Label };
            record.Contributors.Add(contributor);
            foreach (var (area, text) in voice.Texts)
            {
                ids.Add(Guid.NewGuid());
                record.Inputs.Add(new SealedInput
                {
                    Id = ids[^1],
                    ContributorId = contributor.Id,
                    WindowId = window,
                    FocusAreaNumber = area,
                    Kind = InputKind.Comment,
                    Text = text,
                    Language = voice.Language,
                    Permission = voice.Permission,
                    Leaf = new byte[32],
                });
            }
        }
        AddSeal(record, window, voices, ids.Count);
        await record.SaveChangesAsync();
        return (window, ids);
    }

    /// <summary>Texts that came by another channel after the seal; their ids come back in the order given.</summary>
    public async Task<(Guid Import, IReadOnlyList<Guid> Inputs)> ImportAsync(Guid window, params (int? Area, string Text)[] texts)
    {
        var import = Guid.NewGuid();
        Assert.Equal(ImportResult.Done, await AskAsync<ImportBook, ImportResult>(imports => imports.AddAsync(
            import, window, ImportChannel.Note, "Notes of a meeting", Language.English, [.. texts.Select(text => new ImportedText(text.Area, "Discussion", text.Text))], default)));
        var page = await AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(Coder, window, new InputFilter { Import = import }));
        return (import, [.. texts.Select(text => page.Items.Single(input => input.Text!.Read() == text.Text).Id)]);
    }

    /// <summary>How far the team has come: inputs, unread, uncoded, set aside.</summary>
    public async Task<(int Inputs, int Unread, int Uncoded, int SetAside)> ProgressAsync(Guid window)
    {
        var progress = await AskAsync<InputList, ReviewProgress>(inputs => inputs.ProgressAsync(window, default));
        return (progress.Inputs.Number, progress.Unread.Number, progress.Uncoded.Number, progress.SetAside.Number);
    }

    /// <summary>The figures of the census as they are frozen at the seal.</summary>
    public async Task CensusAsync(Guid window, params IEnumerable<GroupSize> groups)
    {
        await using var scope = _provider.CreateAsyncScope();
        var record = scope.ServiceProvider.GetRequiredService<RecordContext>();
        record.Set<GroupCensusRow>().AddRange(groups.Select(group => new GroupCensusRow
        {
            WindowId = window,
            Label = group.Label,
            Position = group.Position,
            Family = group.Family,
            Invited = group.Invited,
            Organisations = group.Reach.Organisations,
            LargestDelegation = group.Reach.LargestDelegation,
            SecondDelegation = group.Reach.SecondDelegation,
            FamilyOrganisations = group.FamilyReach.Organisations,
            FamilyLargestDelegation = group.FamilyReach.LargestDelegation,
            FamilySecondDelegation = group.FamilyReach.SecondDelegation,
        }));
        await record.SaveChangesAsync();
    }

    private static void AddSeal(RecordContext record, Guid window, IEnumerable<Voice> voices, int inputs)
    {
        record.Add(new WindowStateRow { WindowId = window, State = "sealed", ClosesAt = DateTimeOffset.UnixEpoch, BoxBytes = 32 * 1024, SmallestGroup = DisclosureControl.SmallestGroup });
        foreach (var step in new[] { 3, 8 }) record.Add(new SealStepRow { WindowId = window, Step = step, Outcome = "done" });
        record.Add(new SealPageRow
        {
            WindowId = window,
            ContributorsBand = DisclosureControl.ForPublic(voices.Count()).ToString(),
            InputsBand = DisclosureControl.ForPublic(inputs).ToString(),
            Labels = string.Join(',', voices.Select(voice => voice.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal)),
            MerkleRoot = new byte[32],
            Leaves = new byte[32],
        });
    }

    /// <summary>Withdraws an input as an earlier release did, of which only the tombstone is left.</summary>
    public async Task WithdrawAsync(Guid input)
    {
        await _batches.WriteAsync([.. _batches.Buried, input], default);
        await AskAsync<Withdrawals, bool>(async withdrawals =>
        {
            await withdrawals.RestoreAsync(default);
            return true;
        });
    }

    /// <summary>One value, asked by the owner of everything.</summary>
    public Task<T> ScalarAsync<T>(string sql) => _database.AskAsync<T>(sql);

    public Task ExecuteAsync(string sql) => _database.ExecuteAsync(sql);

    /// <summary>Reads a table in a transaction that goes on until it is disposed of, as a slow page might.</summary>
    public async Task<IAsyncDisposable> HoldAsync(string table)
    {
        var reader = new NpgsqlConnection(_database.Record);
        await reader.OpenAsync();
        await using var hold = new NpgsqlCommand($"BEGIN; SELECT count(*) FROM {table}", reader);
        await hold.ExecuteNonQueryAsync();
        return reader;
    }

    /// <summary>An answer, and how many statements the database was sent for it. Counted are those of this question alone, whatever other tests do meanwhile.</summary>
    public static async Task<(T Answer, int Statements)> CountedAsync<T>(Func<Task<T>> question)
    {
        var counted = 0;
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name is "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        using var asked = new Activity("question").SetIdFormat(ActivityIdFormat.W3C).Start();
        listener.ActivityStarted = activity => counted += activity.TraceId == asked.TraceId ? 1 : 0;
        ActivitySource.AddActivityListener(listener);
        return (await question(), counted);
    }

    public Task<T> ChangedUnderwayAsync<T>(Func<Task<T>> question, string sql) => _database.ChangedUnderwayAsync(question, sql);

    public Task<Underway> BeginAsync(string sql) => _database.BeginAsync(sql);

    public async Task<Guid> ThemeAsync(Guid consultation, string name, bool isCrossCutting = false)
    {
        var (result, id) = await AskAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(consultation, name, null, isCrossCutting, null, default));
        Assert.Equal(CodingResult.Done, result);
        return id;
    }

    /// <summary>Codes a whole text and gives back the excerpt's id.</summary>
    public async Task<Guid> CodeAsync(Guid consultation, Guid input, Guid theme, Stance stance = Stance.Support, int start = 0, int? end = null)
    {
        Assert.Equal(CodingResult.Done, await AskAsync<ExcerptCoding, CodingResult>(async coding =>
        {
            var text = (await AskAsync<InputList, ReadableInput?>(inputs => inputs.FindAsync(Coder, input, default)))!.Text!;
            return await coding.CodeAsync(input, start, end ?? text.Length, new ThemeChoice(consultation, theme, stance), Coder, default);
        }));
        return (await AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(Coder, input, default))).Single(excerpt => !excerpt.InTranslation && excerpt.Theme.Id == theme && excerpt.Start == start && (end is null || excerpt.End == end)).Id;
    }

    /// <summary>One contributor: published label, what was sent, what is allowed with it.</summary>
    public sealed record Voice(string? Label, params (int? Area, string Text)[] Texts)
    {
        public QuotingPermission Permission { get; init; } = QuotingPermission.Paraphrase;

        public string Language { get; init; } = "en";
    }
}

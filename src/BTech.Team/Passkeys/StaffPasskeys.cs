using System.Data.Common;
using System.Security.Cryptography;
using BTech.Agenda;
using BTech.Languages;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Sessions;
using BTech.Team.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Passkeys;

/// <summary>
/// Passkeys of staff: something they have that asks for a finger, a face or a number first, and so is both factors at once. Participants have none.
/// What a credential proves is decided by ASP.NET Core Identity (WebAuthn level 3, user verification required); here is whose it is.
/// </summary>
public sealed class StaffPasskeys
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>How many one person may have.</summary>
    public const int Most = 10;

    private const string Adding = "add";
    private const string SigningIn = "sign in";

    // Some kilobytes hold any authenticator's answer, with the certificates of its maker.
    private const int LongestCredential = 64 * 1024;

    // The handler would read the site's address from a request; ours comes from the settings, so no request has a say.
    private static HttpContext NoRequest => new DefaultHttpContext();

    private readonly TeamContext _team;
    private readonly IPasskeyHandler<StaffAccount> _handler;
    private readonly Challenges _challenges;
    private readonly SecondFactor _secondFactor;
    private readonly StaffSessions _sessions;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal StaffPasskeys(TeamContext team, IPasskeyHandler<StaffAccount> handler, Challenges challenges, SecondFactor secondFactor, StaffSessions sessions, AuditTrail audit,
        TimeProvider clock) => (_team, _handler, _challenges, _secondFactor, _sessions, _audit, _clock) = (team, handler, challenges, secondFactor, sessions, audit, clock);

    /// <summary>A person's passkeys, the oldest first.</summary>
    public async Task<IReadOnlyList<StaffPasskey>> ListAsync(StaffId staff, CancellationToken cancel) =>
        [.. (await _team.Passkeys.AsNoTracking().Where(one => one.UserId == staff.Value).ToListAsync(cancel)).Select(Shown).OrderBy(one => one.AddedAt).ThenBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>
    /// What to ask the browser so that it makes a passkey. Whoever calls this has asked for the password (and the code) just before: a browser left
    /// open must not be enough to take an account over for good.
    /// </summary>
    /// <param name="staff">The person.</param>
    /// <param name="session">The key of the person's session; the answer counts in this one only.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PasskeyRequest> AskToAddAsync(StaffId staff, string session, CancellationToken cancel)
    {
        var email = await _team.Users.Where(account => account.Id == staff.Value).Select(account => account.Email!).SingleAsync(cancel);
        var asked = await _handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = staff.ToString(), Name = email, DisplayName = email }, NoRequest);
        _team.ChangeTracker.Clear();
        return new PasskeyRequest(asked.CreationOptionsJson, _challenges.Seal(Adding, $"{staff} {session}", asked.AttestationState!));
    }

    /// <summary>
    /// Adds the passkey that the browser made. When it is the person's first second factor, recovery codes come with it, and every session of the
    /// person ends for a new one: those before were begun with a password alone.
    /// </summary>
    public async Task<PasskeyAdded> AddAsync(StaffId staff, string session, string? challenge, string? credential, string? name, CancellationToken cancel)
    {
        name = name?.Trim() ?? "";
        if (await _challenges.OpenAsync(Adding, $"{staff} {session}", challenge, cancel) is not { } state || !IsAnswer(credential)) return PasskeyAdded.Not(PasskeyOutcome.Refused);
        var made = await _handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = NoRequest, CredentialJson = credential!, AttestationState = state });
        _team.ChangeTracker.Clear();
        ThrowIfNotTheirs(made.Failure);
        if (!made.Succeeded || made.UserEntity.Id != staff.ToString() || !made.Passkey.IsUserVerified) return PasskeyAdded.Not(PasskeyOutcome.Refused);

        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await LockAsync(staff, cancel);
        var there = await ListAsync(staff, cancel);
        if (there.Count >= Most) return PasskeyAdded.Not(PasskeyOutcome.TooMany);
        if (JudgeName(name, there) is not PasskeyOutcome.Done and var refused) return PasskeyAdded.Not(refused);
        var isFirst = there.Count == 0 && !await HasAuthenticatorAsync(staff, cancel);
        _team.Passkeys.Add(new IdentityUserPasskey<Guid>
        {
            UserId = staff.Value,
            CredentialId = made.Passkey.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name,
                PublicKey = made.Passkey.PublicKey,
                CreatedAt = _clock.GetUtcNow(),
                SignCount = made.Passkey.SignCount,
                Transports = made.Passkey.Transports,
                IsUserVerified = made.Passkey.IsUserVerified,
                IsBackupEligible = made.Passkey.IsBackupEligible,
                IsBackedUp = made.Passkey.IsBackedUp,
                AttestationObject = made.Passkey.AttestationObject,
                ClientDataJson = made.Passkey.ClientDataJson,
            },
        });
        var codes = isFirst ? await _secondFactor.NewRecoveryCodesAsync(staff, cancel) : [];
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        string? key = null;
        if (isFirst)
        {
            await _sessions.EndAllAsync(staff, cancel);
            key = await _sessions.StartAsync(staff, cancel);
        }
        await _audit.AddAsync(staff, "passkey added", name, cancel);
        await transaction.CommitAsync(cancel);
        return new PasskeyAdded(PasskeyOutcome.Done, codes, key);
    }

    /// <summary>Whether a passkey may be called so beside the person's others; if not, why.</summary>
    public static PasskeyOutcome JudgeName(string? name, IEnumerable<StaffPasskey> others)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || !UnicodeForm.IsWhole(name)) return PasskeyOutcome.NameWrong;
        return others.Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) ? PasskeyOutcome.NameTaken : PasskeyOutcome.Done;
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task<PasskeyOutcome> RenameAsync(StaffId staff, string id, string? name, CancellationToken cancel)
    {
        name = name?.Trim() ?? "";
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await LockAsync(staff, cancel);
        var all = await _team.Passkeys.Where(one => one.UserId == staff.Value).ToListAsync(cancel);
        var found = all.Find(one => IdOf(one.CredentialId) == id);
        var outcome = found is null ? PasskeyOutcome.NotFound : JudgeName(name, all.Where(one => one != found).Select(Shown));
        if (outcome == PasskeyOutcome.Done)
        {
            found!.Data.Name = name;
            await _team.SaveChangesAsync(cancel);
        }
        _team.ChangeTracker.Clear();
        if (outcome != PasskeyOutcome.Done) return outcome;
        await _audit.AddAsync(staff, "passkey renamed", name, cancel);
        await transaction.CommitAsync(cancel);
        return PasskeyOutcome.Done;
    }

    /// <summary>Removes a passkey; every other session of the person ends, because one may have been begun with it.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="id">Which.</param>
    /// <param name="session">The key of the session that stays.</param>
    /// <param name="isFactorRequired">Whether nobody may be left without a second factor.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PasskeyOutcome> RemoveAsync(StaffId staff, string id, string session, bool isFactorRequired, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await LockAsync(staff, cancel);
        var all = await _team.Passkeys.AsNoTracking().Where(one => one.UserId == staff.Value).ToListAsync(cancel);
        if (all.Find(one => IdOf(one.CredentialId) == id) is not { } found) return PasskeyOutcome.NotFound;
        var isLast = all.Count == 1 && !await HasAuthenticatorAsync(staff, cancel);
        if (isLast && isFactorRequired) return PasskeyOutcome.LastFactor;
        var credential = found.CredentialId;
        await _team.Passkeys.Where(one => one.CredentialId == credential).ExecuteDeleteAsync(cancel);
        // They stand in for a factor that is there no more.
        if (isLast) await _team.RecoveryCodes.Where(one => one.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        await _sessions.EndOthersAsync(staff, session, cancel);
        await _audit.AddAsync(staff, "passkey removed", found.Data.Name, cancel);
        await transaction.CommitAsync(cancel);
        return PasskeyOutcome.Done;
    }

    /// <summary>What to ask the browser so that somebody signs in with a passkey. Nobody is named: the browser shows whose passkeys it has.</summary>
    /// <param name="browser">What only this browser has.</param>
    public async Task<PasskeyRequest> AskToSignInAsync(string browser)
    {
        var asked = await _handler.MakeRequestOptionsAsync(null, NoRequest);
        return new PasskeyRequest(asked.RequestOptionsJson, _challenges.Seal(SigningIn, browser, asked.AssertionState!));
    }

    /// <summary>Whose passkey answered, when it is right and the account open; nothing else is ever told apart.</summary>
    internal async Task<(StaffId Staff, string? Name)?> CheckAsync(string browser, string? challenge, string? credential, CancellationToken cancel)
    {
        if (await _challenges.OpenAsync(SigningIn, browser, challenge, cancel) is not { } state || !IsAnswer(credential)) return null;
        var given = await _handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = NoRequest, CredentialJson = credential!, AssertionState = state });
        _team.ChangeTracker.Clear();
        ThrowIfNotTheirs(given.Failure);
        if (!given.Succeeded || !given.User.IsActive) return null;
        // Of the row nothing but what the authenticator counts: writing the whole account back, as Identity would, could undo a counted wrong try.
        var credentialId = given.Passkey.CredentialId;
        if (await _team.Passkeys.SingleOrDefaultAsync(one => one.CredentialId == credentialId, cancel) is not { } row) return null;
        (row.Data.SignCount, row.Data.IsBackedUp, row.Data.IsUserVerified) = (given.Passkey.SignCount, given.Passkey.IsBackedUp, given.Passkey.IsUserVerified);
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        return (new StaffId(given.User.Id), row.Data.Name);
    }

    private Task<bool> HasAuthenticatorAsync(StaffId staff, CancellationToken cancel) =>
        _team.Users.AnyAsync(account => account.Id == staff.Value && account.SecondFactorKey != null, cancel);

    // Two removals at once must not each see the other's passkey as the one that stays.
    private Task<int> LockAsync(StaffId staff, CancellationToken cancel) =>
        _team.Database.ExecuteSqlAsync($"SELECT 1 FROM team.staff_account WHERE id = {staff.Value} FOR UPDATE", cancel);

    // Identity calls whatever goes wrong a refusal; that the database is away is none.
    private static void ThrowIfNotTheirs(PasskeyException? failure)
    {
        if (failure?.InnerException is { } cause && (cause is DbException or OperationCanceledException || cause.InnerException is DbException)) throw cause;
    }

    private static bool IsAnswer(string? credential) => credential is { Length: > 1 and <= LongestCredential };

    private static StaffPasskey Shown(IdentityUserPasskey<Guid> row) => new(IdOf(row.CredentialId), row.Data.Name ?? "", row.Data.CreatedAt);

    private static string IdOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId).AsSpan(0, 16));
}

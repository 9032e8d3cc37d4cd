using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access.SignedIn;

/// <summary>A session with its account, as they are now.</summary>
public sealed record Seat(Session Session, Account Account);

/// <summary>The sessions of all gateways, in the accounts' database.</summary>
public sealed class Sessions(AccountsDb db, AccessSettings settings, TimeProvider time)
{
    private const int LongestAgent = 200;

    /// <summary>An ended session is still listed for this long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Session> Start(Account account, SessionKind kind, HttpContext from)
    {
        var now = time.GetUtcNow();
        if (account.Role == ActorRole.Display)
            kind = SessionKind.Display;
        var agent = from.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            Kind = kind,
            CreatedAt = now,
            LastUsedAt = now,
            EndsAt = now + settings.Sessions.Whole(kind),
            Address = from.Connection.RemoteIpAddress?.ToString(),
            UserAgent = Characters.Cut(agent, LongestAgent),
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        db.Entry(session).State = EntityState.Detached;
        await db.Users.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSignInAt, now));
        await db.Sessions.Where(one => one.AccountId == account.Id && one.EndsAt < now - Kept).ExecuteDeleteAsync();
        return session;
    }

    /// <summary>One query. Null when there never was such a session, or its account is gone.</summary>
    public Task<Seat?> Find(Guid id, CancellationToken cancellation = default) =>
        (
            from session in db.Sessions.AsNoTracking()
            join account in db.Users.AsNoTracking() on session.AccountId equals account.Id
            where session.Id == id
            select new Seat(session, account)
        ).FirstOrDefaultAsync(cancellation);

    /// <summary>One query for everybody who is connected.</summary>
    public Task<List<Seat>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        (
            from session in db.Sessions.AsNoTracking()
            join account in db.Users.AsNoTracking() on session.AccountId equals account.Id
            where EF.Parameter(ids).Contains(session.Id)
            select new Seat(session, account)
        ).ToListAsync(cancellation);

    /// <summary>Written at most once a minute; two requests at once write once.</summary>
    public Task Touch(Session session)
    {
        var now = time.GetUtcNow();
        if (now - session.LastUsedAt < SessionLimits.Touch)
            return Task.CompletedTask;
        var due = now - SessionLimits.Touch;
        return db
            .Sessions.Where(one => one.Id == session.Id && one.LastUsedAt <= due)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now));
    }

    public Task<int> End(Guid id, RevokedWhy why) => End(db.Sessions.Where(session => session.Id == id), why);

    /// <param name="except">Goes on; null for none.</param>
    public Task<int> EndAll(string account, RevokedWhy why, Guid? except = null) =>
        End(db.Sessions.Where(session => session.AccountId == account && session.Id != except), why);

    /// <summary>Those that live, latest use first.</summary>
    public async Task<IReadOnlyList<Session>> Of(string account)
    {
        var now = time.GetUtcNow();
        var found = await db
            .Sessions.AsNoTracking()
            .Where(session => session.AccountId == account && session.RevokedAt == null && session.EndsAt > now)
            .OrderByDescending(session => session.LastUsedAt)
            .ToListAsync();
        return [.. found.Where(session => session.Over(now, settings.Sessions) is null)];
    }

    public Task<bool> Belongs(Guid id, string account) => db.Sessions.AnyAsync(session => session.Id == id && session.AccountId == account);

    private Task<int> End(IQueryable<Session> which, RevokedWhy why)
    {
        var now = time.GetUtcNow();
        return which
            .Where(session => session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now).SetProperty(session => session.RevokedWhy, why));
    }
}

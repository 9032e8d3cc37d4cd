namespace Supervision.Gateway.Access;

public enum AccessEvent
{
    SignedIn = 1,
    SignInRefused = 2,
    SignedOut = 3,
    SessionsEnded = 4,
    PasswordChanged = 5,
    SecondFactorEnrolled = 6,
    SecondFactorRemoved = 7,
    RecoveryCodesRenewed = 8,
    PasskeyAdded = 9,
    PasskeyRemoved = 10,
    AccountCreated = 11,
    AccountChanged = 12,
    AccountConfirmed = 13,
    PasswordReset = 14,
    SecondFactorReset = 15,
}

/// <summary>Something that happened to an account or at its door.</summary>
/// <param name="By">Who did it; for a refused sign-in the name that was given.</param>
/// <param name="Account">Whose account it was about.</param>
/// <param name="Refused">Null when it was done.</param>
/// <param name="Detail">What was changed, or by what somebody signed in; never a secret.</param>
public sealed record AccessRecord(AccessEvent Event, string By, string Account, DateTimeOffset At, string? Address, RefusalCode? Refused, string? Detail);

/// <summary>Where sign-ins, refusals and changes of accounts are told.</summary>
public interface IAccessJournal
{
    /// <summary>Awaited before the caller is answered.</summary>
    ValueTask Record(AccessRecord record);
}

/// <summary>The log: kinds and outcomes, without names or addresses.</summary>
public sealed partial class AccessLog(ILogger<AccessLog> logger) : IAccessJournal
{
    public ValueTask Record(AccessRecord record)
    {
        if (record.Refused is { } refused) LogRefused(record.Event, refused);
        else LogDone(record.Event);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(LogLevel.Debug, "{Event}.")]
    private partial void LogDone(AccessEvent @event);

    [LoggerMessage(LogLevel.Debug, "{Event}: {Refused}.")]
    private partial void LogRefused(AccessEvent @event, RefusalCode refused);
}

/// <summary>Tells the journal of what was done in this request.</summary>
public sealed class AccessNotes(IAccessJournal journal, TimeProvider time)
{
    public ValueTask Done(AccessEvent what, HttpContext by, string account, string? detail = null) => Tell(what, by, account, null, detail);

    public ValueTask Tell(AccessEvent what, HttpContext by, string account, RefusalCode? refused, string? detail = null) =>
        journal.Record(new(what, by.User.Identity?.Name ?? account, account, time.GetUtcNow(), by.Connection.RemoteIpAddress?.ToString(), refused, detail));
}

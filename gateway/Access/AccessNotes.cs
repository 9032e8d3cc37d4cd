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

/// <summary>What a request did to an account, for its audit record and, without names, for the log.</summary>
public sealed partial class AccessNotes(ILogger<AccessNotes> logger)
{
    /// <summary>Whoever asks to be let in is nobody yet; an account that exists is on record by its name, and nothing else that was typed.</summary>
    public static void IsAt(HttpContext context, Account account) =>
        AuditNote.Of(context).Who = new(account.UserName!, account.Role, account.Area, account.InspectorCode, account.Unit);

    /// <param name="account">Name of the account it was about, or its id where none was found.</param>
    /// <param name="detail">What was changed; never a secret.</param>
    public void Done(AccessEvent what, HttpContext by, string account, string? detail = null)
    {
        AuditNote.Of(by).Target = detail is null ? $"account/{account}" : $"account/{account}: {detail}";
        LogDone(what);
    }

    public void Refused(AccessEvent what, HttpContext by, string account, RefusalCode refused)
    {
        var note = AuditNote.Of(by);
        note.Code = refused;
        if (what != AccessEvent.SignInRefused)
            note.Target = $"account/{account}";
        LogRefused(what, refused);
    }

    [LoggerMessage(LogLevel.Debug, "{Event}.")]
    private partial void LogDone(AccessEvent @event);

    [LoggerMessage(LogLevel.Debug, "{Event}: {Refused}.")]
    private partial void LogRefused(AccessEvent @event, RefusalCode refused);
}

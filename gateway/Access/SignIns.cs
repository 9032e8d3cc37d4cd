using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Access;

/// <summary>Checks who somebody is: a password with the second factor, a recovery code, or a passkey, which is both at once.</summary>
public sealed class SignIns(UserManager<Account> users, SignInManager<Account> passkeys, SecondFactor second, AccessNotes notes)
{
    /// <summary>Verified in place of an account that is not there, so that the answer takes as long.</summary>
    private static readonly string NoAccount = new PasswordHasher<Account>().HashPassword(new(), "no account has this one");

    public sealed record Credentials(string UserName, string Password, string? Code, string? RecoveryCode);

    /// <summary>The account, or the refusal.</summary>
    public async Task<(Account? Account, Refusal? Refusal)> ByPassword(Credentials given, HttpContext context)
    {
        var account = await users.FindByNameAsync(given.UserName);
        if (account is not null)
            AccessNotes.IsAt(context, account);
        var (refusal, counts) = await Judge(account, given);
        if (refusal is null)
        {
            await users.ResetAccessFailedCountAsync(account!);
            return (account, null);
        }

        if (counts)
            await users.AccessFailedAsync(account!);
        notes.Refused(AccessEvent.SignInRefused, context, given.UserName, refusal.Code);
        return (null, refusal);
    }

    public async Task<(Account? Account, Refusal? Refusal)> ByPasskey(string credential, HttpContext context)
    {
        var result = await Assertion(credential);
        if (result?.User is { } known)
            AccessNotes.IsAt(context, known);
        if (result is { Succeeded: true } && result.User.MaySignIn)
        {
            await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey); // its counter
            return (result.User, null);
        }

        notes.Refused(AccessEvent.SignInRefused, context, result?.User?.UserName ?? "", RefusalCode.NotSignedIn);
        return (null, AccessRefusals.WrongPasskey());
    }

    /// <summary>Null when there was no challenge before, or the credential can't be read.</summary>
    private async Task<PasskeyAssertionResult<Account>?> Assertion(string credential)
    {
        try
        {
            return await passkeys.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The second part says whether it counts as a try.</summary>
    private async Task<(Refusal? Refusal, bool Counts)> Judge(Account? account, Credentials given)
    {
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new(), NoAccount, given.Password);
            return (AccessRefusals.WrongCredentials(), false);
        }

        var right = await users.CheckPasswordAsync(account, given.Password);
        if (await users.IsLockedOutAsync(account))
            return (AccessRefusals.WrongCredentials(), false);
        if (!right)
            return (AccessRefusals.WrongCredentials(), true);
        if (!account.MaySignIn)
            return (AccessRefusals.WrongCredentials(), false);
        if (!account.TwoFactorEnabled)
            return (null, false);
        if (string.IsNullOrWhiteSpace(given.Code) && string.IsNullOrWhiteSpace(given.RecoveryCode))
            return (AccessRefusals.SecondFactorNeeded(), false);
        var passes = string.IsNullOrWhiteSpace(given.Code)
            ? await second.Redeem(account, given.RecoveryCode!)
            : await second.Accept(account, given.Code);
        return passes ? (null, false) : (AccessRefusals.WrongCode(), true);
    }
}

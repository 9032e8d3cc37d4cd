using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access;

/// <summary>What is written on an account by whoever manages it.</summary>
/// <param name="Area">Null means all.</param>
public sealed record AccountDraft(
    [property: JsonRequired] string UserName,
    [property: JsonRequired] string DisplayName,
    [property: JsonRequired] ActorRole Role,
    string? Area,
    string? Inspector,
    string? Unit,
    string? ExternalName
);

/// <summary>What is to be another on an account; a member left out stays, one that is null is cleared.</summary>
/// <param name="UserName">A name stays for good, and another one is refused.</param>
/// <param name="Area">Null means all.</param>
public sealed record AccountChange(
    string? UserName,
    string? DisplayName,
    ActorRole Role,
    string? Area,
    string? Inspector,
    string? Unit,
    string? ExternalName
)
{
    /// <summary>The account as it stands.</summary>
    public static AccountChange Of(Account account) =>
        new(account.UserName, account.DisplayName, account.Role, account.Area, account.InspectorCode, account.Unit, account.ExternalName);
}

/// <param name="After">Name of the last account of the page before; null for the first page.</param>
public sealed record AccountFilter(string? Search, ActorRole? Role, string? Area, bool WaitingOnly, string? After, int Take);

/// <summary>
/// Accounts, managed by others. Administrators' accounts that are made, or given a new password, second factor or external name,
/// let nobody in until another administrator confirms: otherwise the security administrator could become the one who audits them.
/// </summary>
public sealed class AccountAdministration(
    UserManager<Account> users,
    AccountsDb db,
    Passwords passwords,
    SecondFactor second,
    Sessions sessions
)
{
    public async Task<IReadOnlyList<Account>> List(Actor manager, AccountFilter filter)
    {
        var roles = AccountRules.RolesOf(manager);
        var found = db.Users.AsNoTracking();
        if (!filter.WaitingOnly || May.ManageAccounts.Has(manager.Role))
            found = found.Where(account => roles.Contains(account.Role) && account.Area.StartsWith(manager.Area));
        if (filter.WaitingOnly)
            found = found.Where(account => account.ConfirmAfter != null);
        if (filter.Role is { } role)
            found = found.Where(account => account.Role == role);
        if (filter.Area is { Length: > 0 } area)
            found = found.Where(account => account.Area.StartsWith(area));
        if (filter.Search is { Length: > 0 } search)
        {
            var normalized = users.NormalizeName(search);
            found = found.Where(account => account.NormalizedUserName!.Contains(normalized) || account.DisplayName.Contains(search));
        }

        if (filter.After is { Length: > 0 } after)
        {
            var last = users.NormalizeName(after);
#pragma warning disable CA1309 // becomes SQL, which orders the same way it compares
            found = found.Where(account => string.Compare(account.NormalizedUserName, last) > 0);
#pragma warning restore CA1309
        }

        return await found.OrderBy(account => account.NormalizedUserName).Take(filter.Take).ToListAsync();
    }

    /// <summary>The account with its first password, or the refusal.</summary>
    public async Task<(Account? Account, string? Password, Refusal? Refusal)> Create(Actor manager, AccountDraft draft)
    {
        if (Objection(manager, draft) is { } refusal)
            return (null, null, refusal);
        if (await db.Users.AnyAsync(account => draft.ExternalName != null && account.ExternalName == draft.ExternalName))
            return (null, null, AccessRefusals.NameTaken("externalName"));
        var account = new Account
        {
            UserName = draft.UserName,
            DisplayName = draft.DisplayName,
            Role = draft.Role,
            Area = draft.Area ?? "",
            InspectorCode = draft.Inspector,
            Unit = draft.Unit,
            ExternalName = draft.ExternalName,
            PasswordTemporary = true,
            ConfirmAfter = AccountRules.IsAdministrator(draft.Role) ? manager.Name : null,
        };
        var password = Passwords.Temporary();
        return (await users.CreateAsync(account, password)).Succeeded
            ? (account, password, null)
            : (null, null, AccessRefusals.NameTaken("userName"));
    }

    public async Task<Refusal?> Change(Actor manager, Account account, AccountChange draft)
    {
        if (draft.UserName is not null && draft.UserName != account.UserName)
            return Refusals.Invalid("userName", "用户名不能修改", "the name of an account stays for good", account.UserName);
        var wanted = new AccountDraft(
            account.UserName!,
            draft.DisplayName ?? "",
            draft.Role,
            draft.Area,
            draft.Inspector,
            draft.Unit,
            draft.ExternalName
        );
        if (Objection(manager, wanted) is { } refusal)
            return refusal;
        if (account.Role != draft.Role && (AccountRules.IsAdministrator(account.Role) || AccountRules.IsAdministrator(draft.Role)))
            return AccessRefusals.AdministratorsStay();
        if (
            await db.Users.AnyAsync(other =>
                draft.ExternalName != null && other.ExternalName == draft.ExternalName && other.Id != account.Id
            )
        )
            return AccessRefusals.NameTaken("externalName");
        var (before, renamed) = (account.Actor, account.ExternalName != draft.ExternalName);
        (account.DisplayName, account.Role, account.Area, account.InspectorCode, account.Unit, account.ExternalName) = (
            wanted.DisplayName,
            draft.Role,
            draft.Area ?? "",
            draft.Inspector,
            draft.Unit,
            draft.ExternalName
        );
        if (renamed && AccountRules.IsAdministrator(account.Role))
            account.ConfirmAfter = manager.Name;
        if (renamed)
            foreach (var login in await users.GetLoginsAsync(account))
                await users.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey);
        await Save(account);
        if (account.Actor != before || renamed)
            await sessions.EndAll(account.Id, RevokedWhy.ScopeChanged);
        return null;
    }

    public async Task SetDisabled(Account account, bool disabled)
    {
        account.Disabled = disabled;
        if (!disabled)
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await Save(account);
        if (disabled)
            await sessions.EndAll(account.Id, RevokedWhy.AccountDisabled);
    }

    public async Task Confirm(Account account)
    {
        account.ConfirmAfter = null;
        await Save(account);
    }

    /// <summary>The new password, to be changed at once.</summary>
    public async Task<string> ResetPassword(Actor manager, Account account)
    {
        var password = Passwords.Temporary();
        if (AccountRules.IsAdministrator(account.Role))
            account.ConfirmAfter = manager.Name;
        return await passwords.Set(account, password, "password", temporary: true, RevokedWhy.Administrator) is { } refusal
            ? throw new InvalidOperationException(refusal.Message.En)
            : password;
    }

    /// <summary>The authenticator and the passkeys: the person sets up new ones.</summary>
    public async Task ResetSecondFactor(Actor manager, Account account)
    {
        if (AccountRules.IsAdministrator(account.Role))
            account.ConfirmAfter = manager.Name;
        await second.Remove(account);
        foreach (var passkey in await users.GetPasskeysAsync(account))
            await users.RemovePasskeyAsync(account, passkey.CredentialId);
        await Save(account);
        await sessions.EndAll(account.Id, RevokedWhy.SecondFactorReset);
    }

    private async Task Save(Account account)
    {
        var saved = await users.UpdateAsync(account);
        if (!saved.Succeeded)
            throw new RetryableFaultException($"The account was changed by somebody else at the same time ({saved.Errors.First().Code}).");
    }

    private static Refusal? Objection(Actor manager, AccountDraft draft) =>
        AccountRules.Objection(draft.UserName, draft.DisplayName, draft.Role, draft.Area ?? "", draft.Inspector, draft.Unit)
        ?? (draft.ExternalName is null ? null : Refusals.TextProblem("externalName", draft.ExternalName, 128))
        ?? (AccountRules.RolesOf(manager).Contains(draft.Role) ? null : Reach.RoleNotAllowed(manager.Role))
        ?? (AccountRules.Manages(manager, draft.Role, draft.Area ?? "") ? null : Reach.OutOfScope(manager));
}

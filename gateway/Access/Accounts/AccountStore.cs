using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>Identity's own store, except that what an authenticator or a recovery code could be made from is sealed.</summary>
public sealed class AccountStore(AccountsDb db, Seal seal) : UserOnlyStore<Account, AccountsDb>(db)
{
    public override Task SetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    ) => base.SetTokenAsync(user, loginProvider, name, value is null ? null : seal.Close(value, About(user, name)), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) => await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? seal.Open(value, About(user, name)) : null;

    private static string About(Account user, string name) => $"{user.Id}/{name}";
}

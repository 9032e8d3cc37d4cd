using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access;

/// <summary>A person or machine that may sign in.</summary>
public sealed class Account : IdentityUser
{
    public string DisplayName { get; set; } = "";

    public ActorRole Role { get; set; }

    /// <summary>Leading digits of the county codes in scope; empty means all.</summary>
    public string Area { get; set; } = "";

    /// <summary>Set for inspectors only.</summary>
    public string? InspectorCode { get; set; }

    /// <summary>Actor key of the one unit the account acts for, e.g. <c>school/2133901815</c>; set for unit users only.</summary>
    public string? Unit { get; set; }
}

/// <summary>Accounts and the keys that protect cookies. The only thing EF Core is used for.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(account => account.Role).HasConversion<string>();
    }
}

using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Supervision.Gateway.Access.Accounts;

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

    /// <summary>Nobody signs in with it; its sessions are over.</summary>
    public bool Disabled { get; set; }

    /// <summary>Who made or reset this administrator's account; nobody signs in with it until another administrator confirms. Null when nothing waits.</summary>
    public string? ConfirmAfter { get; set; }

    /// <summary>Somebody else knows the password: all that can be done with it is to change it.</summary>
    public bool PasswordTemporary { get; set; }

    /// <summary>Null for accounts older than this column; such a password never grows old.</summary>
    public DateTimeOffset? PasswordChangedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The last code of the authenticator that was accepted: a code is good for once.</summary>
    public string? LastCode { get; set; }

    /// <summary>What the province's identity server calls the person; null when they sign in here only.</summary>
    public string? ExternalName { get; set; }

    /// <summary>Apart from the password: neither disabled nor waiting for another administrator.</summary>
    public bool MaySignIn => !Disabled && ConfirmAfter is null;

    public Actor Actor => new(UserName ?? "?", Role, Area, InspectorCode, Unit);
}

/// <summary>A password that was: kept so that it is not taken again.</summary>
public sealed class FormerPassword
{
    public long Id { get; set; }

    public required string AccountId { get; set; }

    public required string Hash { get; set; }
}

/// <summary>Accounts, their sessions and the keys that protect cookies. The only thing EF Core is used for.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<SessionKind>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Identity's third version has passkeys, but changes the columns of the first as well; they stay as they are.
        builder.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            passkey.ToTable("AspNetUserPasskeys");
            passkey.HasKey(with => with.CredentialId);
            passkey.OwnsOne(with => with.Data).ToJson();
            passkey.HasOne<Account>().WithMany().HasForeignKey(with => with.UserId).IsRequired();
        });
        builder.Entity<Account>(account =>
        {
            account.Property(with => with.Role).HasConversion<string>();
            account.Property(with => with.Disabled).HasDefaultValue(false);
            account.Property(with => with.PasswordTemporary).HasDefaultValue(false);
            account.Property(with => with.PasswordChangedAt).HasConversion<Milliseconds>();
            account.Property(with => with.LastSignInAt).HasConversion<Milliseconds>();
            account.HasIndex(with => with.ExternalName).IsUnique().HasDatabaseName("ExternalNameIndex");
        });
        builder.Entity<Session>(session =>
        {
            session.ToTable("Sessions");
            session.Property(with => with.CreatedAt).HasConversion<Milliseconds>();
            session.Property(with => with.LastUsedAt).HasConversion<Milliseconds>();
            session.Property(with => with.EndsAt).HasConversion<Milliseconds>();
            session.Property(with => with.RevokedAt).HasConversion<Milliseconds>();
            session.Property(with => with.RevokedWhy).HasConversion<string>();
            session.HasOne<Account>().WithMany().HasForeignKey(with => with.AccountId);
        });
        builder.Entity<FormerPassword>(former =>
        {
            former.ToTable("FormerPasswords");
            former.HasOne<Account>().WithMany().HasForeignKey(with => with.AccountId);
        });
    }

    /// <summary>SQLite can't compare instants in any other form.</summary>
    private sealed class Milliseconds()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.ToUnixTimeMilliseconds(),
            stored => DateTimeOffset.FromUnixTimeMilliseconds(stored)
        );
}

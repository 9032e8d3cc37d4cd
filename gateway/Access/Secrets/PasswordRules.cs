using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access.Secrets;

/// <summary>What a password must be here, by preset.</summary>
/// <param name="Least">Characters.</param>
/// <param name="Kinds">Of lower case, upper case, digits, others.</param>
/// <param name="Life">Null when it never grows old.</param>
/// <param name="History">Former passwords that are not taken again, the present one included.</param>
/// <param name="Tries">Wrong ones until the account is locked.</param>
/// <param name="Locked">For how long.</param>
public sealed record PasswordPolicy(int Least, int Kinds, TimeSpan? Life, int History, bool RefusesCommon, int Tries, TimeSpan Locked)
{
    public const int Most = 128;

    public static PasswordPolicy Of(PasswordPreset preset) =>
        preset == PasswordPreset.Mlps
            ? new(10, 3, TimeSpan.FromDays(90), 5, true, 5, TimeSpan.FromMinutes(30))
            : new(12, 1, null, 0, true, 8, TimeSpan.FromMinutes(15));
}

/// <summary>Judges new passwords and says when one is too old.</summary>
public sealed class PasswordRules(AccessSettings settings)
{
    public PasswordPolicy Policy { get; } = PasswordPolicy.Of(settings.Passwords);

    public bool IsTooOld(DateTimeOffset? changedAt, DateTimeOffset now) => Policy.Life is { } life && changedAt + life <= now;

    /// <summary>Null when it will do; history is judged apart.</summary>
    /// <param name="context">Words a guesser tries first: names of the person and the place.</param>
    public Refusal? Objection(string? password, string field, IEnumerable<string?> context)
    {
        if (string.IsNullOrEmpty(password))
            return Refusals.Required(field);
        if (Characters.Count(password) < Policy.Least)
            return AccessRefusals.PasswordTooWeak(
                field,
                new($"密码至少 {Policy.Least} 个字符", $"the password needs at least {Policy.Least} characters")
            );
        if (!Characters.Fit(password, PasswordPolicy.Most))
            return AccessRefusals.PasswordTooWeak(
                field,
                new($"密码最多 {PasswordPolicy.Most} 个字符", $"the password has more than {PasswordPolicy.Most} characters")
            );
        if (Kinds(password) < Policy.Kinds)
            return AccessRefusals.PasswordTooWeak(
                field,
                new(
                    $"密码须含大写字母、小写字母、数字、其他符号中的 {Policy.Kinds} 种",
                    $"the password needs {Policy.Kinds} of: capital letters, small letters, digits, other signs"
                )
            );
        return CommonPasswords.IsGuessable(password, context)
            ? AccessRefusals.PasswordTooWeak(
                field,
                new(
                    "密码太常见，或主要由常用词、重复字符、姓名、单位组成",
                    "the password is too common, or mostly common words, repetitions or names"
                ),
                new("几个互不相关的词", "a few unrelated words")
            )
            : null;
    }

    private static int Kinds(string password) =>
        new[]
        {
            password.Any(char.IsAsciiLetterLower),
            password.Any(char.IsAsciiLetterUpper),
            password.Any(char.IsAsciiDigit),
            password.Any(letter => !char.IsAsciiLetterOrDigit(letter)),
        }.Count(has => has);
}

/// <summary>Sets passwords: by the rules, none of the last ones, and with every other session ended.</summary>
public sealed class Passwords(UserManager<Account> users, AccountsDb db, PasswordRules rules, Sessions sessions, TimeProvider time)
{
    /// <summary>Null when set.</summary>
    /// <param name="except">The session that changes it and goes on.</param>
    /// <param name="temporary">Somebody else knows it.</param>
    public async Task<Refusal?> Set(Account account, string? password, string field, bool temporary, RevokedWhy why, Guid? except = null)
    {
        if (
            (rules.Objection(password, field, [account.UserName, account.DisplayName]) ?? await Repeated(account, password!, field)) is
            { } refusal
        )
            return refusal;
        if (account.PasswordHash is { } former && rules.Policy.History > 0)
            db.FormerPasswords.Add(new() { AccountId = account.Id, Hash = former });
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password!);
        (account.PasswordTemporary, account.PasswordChangedAt, account.LockoutEnd, account.AccessFailedCount) = (
            temporary,
            time.GetUtcNow(),
            null,
            0
        );
        var saved = await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
            throw new RetryableFaultException($"The account was changed by somebody else at the same time ({saved.Errors.First().Code}).");
        await sessions.EndAll(account.Id, why, except);
        return null;
    }

    /// <summary>Shown once to the one who hands it over; the person has to change it at once.</summary>
    public static string Temporary() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 2)
                    + System.Security.Cryptography.RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ", 1)
                    + System.Security.Cryptography.RandomNumberGenerator.GetString("23456789", 1)
                )
        );

    private async Task<Refusal?> Repeated(Account account, string password, string field)
    {
        var same = account.PasswordHash is { } present && Is(present);
        if (!same && rules.Policy.History > 0)
        {
            var former = await db
                .FormerPasswords.AsNoTracking()
                .Where(one => one.AccountId == account.Id)
                .OrderByDescending(one => one.Id)
                .Take(rules.Policy.History - 1)
                .Select(one => one.Hash)
                .ToListAsync();
            same = former.Exists(Is);
        }

        return same
            ? AccessRefusals.PasswordTooWeak(
                field,
                new("不能使用当前或近期用过的密码", "the present or a recent password can't be used again")
            )
            : null;

        bool Is(string hash) => users.PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
    }
}

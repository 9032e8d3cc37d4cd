namespace Supervision.Gateway.Access.Accounts;

/// <summary>Refusals about signing in and accounts, in words.</summary>
public static class AccessRefusals
{
    public static Refusal NotSignedIn(RefusalCode why) =>
        why switch
        {
            RefusalCode.SessionExpired => new(
                why,
                null,
                new(
                    "登录已过期，请重新登录；未提交的内容没有丢失",
                    "the session has expired; sign in again, nothing was done with this request"
                ),
                null
            ),
            RefusalCode.SessionRevoked => new(why, null, new("登录已被终止，请重新登录", "the session was ended; sign in again"), null),
            _ => new(RefusalCode.NotSignedIn, null, new("请先登录", "sign in first"), null),
        };

    /// <summary>One answer for every failure: it does not tell which accounts exist, nor which are locked.</summary>
    public static Refusal WrongCredentials() =>
        new(
            RefusalCode.NotSignedIn,
            "password",
            new("用户名或密码不正确，或账户暂时锁定", "the name or password is wrong, or the account is locked for now"),
            null
        );

    /// <summary>Told only to somebody who knows the password.</summary>
    public static Refusal SecondFactorNeeded() =>
        new(
            RefusalCode.SecondFactorNeeded,
            "code",
            new("请输入验证器应用中的六位验证码", "the code of the authenticator app is needed"),
            new("六位数字的验证码，或一个备用码", "code, six digits, or recoveryCode")
        );

    public static Refusal WrongCode() =>
        new(
            RefusalCode.SecondFactorNeeded,
            "code",
            new("验证码不正确、已用过或已过期", "the code is wrong, used already, or too old"),
            new("验证器应用中当前显示的六位数字，每个只用一次", "the six digits shown now, each used once")
        );

    public static Refusal WrongPasskey() =>
        new(
            RefusalCode.NotSignedIn,
            "credential",
            new("通行密钥无法验证，请重试或用密码登录", "the passkey could not be verified; try again or use the password"),
            null
        );

    public static Refusal Duty(AccountDuty duty) =>
        duty == AccountDuty.ChangePassword
            ? new(RefusalCode.PasswordChangeNeeded, null, new("须先修改密码", "the password must be changed first"), null)
            : new(RefusalCode.SecondFactorMissing, null, new("须先启用两步验证", "a second factor must be set up first"), null);

    public static Refusal WrongPassword() => Refusals.Invalid("current", "当前密码不正确", "the current password is wrong");

    public static Refusal PasswordTooWeak(string field, Text why, Text? accepted = null) =>
        new(RefusalCode.PasswordTooWeak, field, why, accepted);

    public static Refusal AccountUnknown() =>
        new(
            RefusalCode.AccountUnknown,
            null,
            new("没有这个账户，或不由您管理", "there is no such account, or it is not yours to manage"),
            null
        );

    public static Refusal NameTaken(string field) =>
        new(RefusalCode.AccountNameTaken, field, new("该名称已被使用", "the name is taken"), null);

    public static Refusal NotYourOwn() =>
        new(
            RefusalCode.SeparationOfDuties,
            null,
            new("不能管理自己的账户", "nobody manages their own account"),
            new("由另一位安全管理员办理", "by another security administrator")
        );

    public static Refusal AnotherMustConfirm() =>
        new(
            RefusalCode.SeparationOfDuties,
            null,
            new("须由另一位管理员确认，不能由提出者确认", "another administrator confirms this, not the one who asked"),
            new("系统管理员或审计管理员", "a system or audit administrator")
        );

    public static Refusal AdministratorsStay() =>
        new(
            RefusalCode.SeparationOfDuties,
            "role",
            new(
                "三类管理员账户与业务账户不能互转",
                "an administrator's account can't become another kind of account, nor the other way round"
            ),
            new("新建一个账户", "a new account")
        );

    public static Refusal TooManyTries() =>
        new(
            RefusalCode.TooManyTries,
            "code",
            new("启动码输错次数过多", "the code was wrong too often"),
            new("重新启动程序，使用控制台上的新代码", "restart the program and use the new code on the console")
        );

    public static Refusal SecondFactorState(bool enabled) =>
        enabled
            ? new(
                RefusalCode.SecondFactorConflict,
                null,
                new("两步验证已启用", "the second factor is set up already"),
                new("先用当前验证码停用", "switch it off with a current code first")
            )
            : new(RefusalCode.SecondFactorConflict, null, new("两步验证未启用或尚未开始设置", "the second factor is not set up"), null);
}

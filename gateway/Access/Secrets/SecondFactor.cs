using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Supervision.Gateway.Access.Secrets;

/// <summary>The authenticator app (TOTP, RFC 6238) and its recovery codes.</summary>
public sealed class SecondFactor(UserManager<Account> users)
{
    public const int RecoveryCodes = 10;
    private const string Issuer = "督导 Supervision";

    /// <param name="Key">To be typed where the picture can't be read; base 32 in groups of four.</param>
    /// <param name="Qr">The address as a picture, SVG.</param>
    public sealed record Offer(string Key, string Uri, string Qr);

    /// <summary>A new key, which counts only once a code of it was given.</summary>
    public async Task<Offer> Begin(Account account)
    {
        await users.ResetAuthenticatorKeyAsync(account);
        var key = (await users.GetAuthenticatorKeyAsync(account))!;
        var escape = UrlEncoder.Default;
        var uri =
            $"otpauth://totp/{escape.Encode(Issuer)}:{escape.Encode(account.UserName!)}?secret={key}&issuer={escape.Encode(Issuer)}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return new(
            string.Join(' ', key.Chunk(4).Select(four => new string(four))),
            uri,
            picture.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute)
        );
    }

    /// <summary>Recovery codes when the code was right; null when it was not.</summary>
    public async Task<IReadOnlyList<string>?> Enrol(Account account, string code)
    {
        if (!await Accept(account, code))
            return null;
        await users.SetTwoFactorEnabledAsync(account, true);
        return await Renew(account);
    }

    /// <summary>New ones; the old ones are worth nothing any more.</summary>
    public async Task<IReadOnlyList<string>> Renew(Account account) =>
        [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!];

    public Task<int> Left(Account account) => users.CountRecoveryCodesAsync(account);

    /// <summary>True once for each code.</summary>
    public async Task<bool> Accept(Account account, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (
            digits.Length != 6
            || digits == account.LastCode
            || !await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, digits)
        )
            return false;
        account.LastCode = digits;
        // Of two that bring the same code at once, one finds the account changed.
        return (await users.UpdateAsync(account)).Succeeded;
    }

    public async Task<bool> Redeem(Account account, string code) =>
        (await users.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim().ToUpperInvariant())).Succeeded;

    public async Task Remove(Account account)
    {
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
    }
}

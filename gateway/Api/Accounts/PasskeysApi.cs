using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>Passkeys of one's own account (WebAuthn).</summary>
public static class PasskeysApi
{
    private const int Most = 10;
    private const int LongestName = 40;

    /// <param name="Id">Base64url.</param>
    public sealed record PasskeyView(string Id, string? Name, DateTimeOffset CreatedAt);

    /// <param name="Credential">What the browser's <c>navigator.credentials.create</c> gave, as JSON text.</param>
    public sealed record PasskeyBody([property: JsonRequired] string Name, [property: JsonRequired] string Credential);

    public static void MapPasskeys(this RouteGroupBuilder api)
    {
        var passkeys = api.MapGroup("/account/passkeys").WithTags("本人账户 Own account").NeedsSession();
        passkeys.MapGet("", Read).OpenUnderDuty().Says<PasskeyView[]>("本人的通行密钥 / One's own passkeys");
        passkeys.MapPost("/options", Options).Says<JsonElement>("新通行密钥的参数 / Options for a new passkey");
        passkeys.MapPost("", Add).Says<PasskeyView>("登记通行密钥 / Add a passkey");
        passkeys.MapDelete("/{id}", Remove).SaysNothing("删除通行密钥 / Remove a passkey");
    }

    private static async Task<IReadOnlyList<PasskeyView>> Read(HttpContext context, UserManager<Account> users) =>
        [.. (await users.GetPasskeysAsync(await OwnAccountApi.Self(context, users))).Select(View)];

    private static async Task<IResult> Options(HttpContext context, UserManager<Account> users, SignInManager<Account> passkeys)
    {
        var account = await OwnAccountApi.Self(context, users);
        return TypedResults.Content(
            await passkeys.MakePasskeyCreationOptionsAsync(
                new()
                {
                    Id = account.Id,
                    Name = account.UserName!,
                    DisplayName = account.DisplayName,
                }
            ),
            "application/json"
        );
    }

    private static async Task<IResult> Add(
        PasskeyBody body,
        HttpContext context,
        UserManager<Account> users,
        SignInManager<Account> passkeys,
        AccessNotes notes
    )
    {
        if (Refusals.TextProblem("name", body.Name, LongestName) is { } unnamed)
            return Answers.Refuse(unnamed);
        if (string.IsNullOrEmpty(body.Credential))
            return Answers.Refuse(Refusals.Required("credential"));
        var account = await OwnAccountApi.Self(context, users);
        if ((await users.GetPasskeysAsync(account)).Count >= Most)
            return Answers.Refuse(Refusals.Invalid("name", $"最多登记 {Most} 个通行密钥", $"at most {Most} passkeys", $"≤ {Most}"));
        if (await Attestation(passkeys, body.Credential) is not { Succeeded: true } result || result.UserEntity.Id != account.Id)
            return Answers.Refuse(
                Refusals.Invalid("credential", "通行密钥无法验证，请重试", "the passkey could not be verified; try again")
            );
        result.Passkey.Name = body.Name;
        if (!(await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded)
            return Answers.Refuse(Refusals.Invalid("credential", "通行密钥无法保存", "the passkey could not be kept"));
        notes.Done(AccessEvent.PasskeyAdded, context, account.UserName!);
        return TypedResults.Ok(View(result.Passkey));
    }

    private static async Task<IResult> Remove(string id, HttpContext context, UserManager<Account> users, AccessNotes notes)
    {
        var account = await OwnAccountApi.Self(context, users);
        if ((await users.GetPasskeysAsync(account)).FirstOrDefault(passkey => View(passkey).Id == id) is not { } passkey)
            return Answers.Refuse(Refusals.Invalid("id", "没有这个通行密钥", "there is no such passkey"));
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        notes.Done(AccessEvent.PasskeyRemoved, context, account.UserName!);
        return TypedResults.NoContent();
    }

    /// <summary>Null when nothing was begun before, or the credential can't be read.</summary>
    private static async Task<PasskeyAttestationResult?> Attestation(SignInManager<Account> passkeys, string credential)
    {
        try
        {
            return await passkeys.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static PasskeyView View(UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name, passkey.CreatedAt);
}

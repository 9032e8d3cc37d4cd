using System.Text.Json.Serialization;

namespace Supervision.Gateway.Access;

public sealed class AccountDuties(AccessSettings settings, PasswordRules passwords, TimeProvider time)
{
    /// <summary>Deciders of measures and the three administrators: whoever has their password alone must not act for them.</summary>
    public static bool NeedSecondFactor(ActorRole role) =>
        role is ActorRole.CountyDirector or ActorRole.CommitteeOffice or ActorRole.CommitteeDirector || AccountRules.IsAdministrator(role);

    public AccountDuty? Of(Account account) =>
        account.PasswordHash is not null && (account.PasswordTemporary || passwords.IsTooOld(account.PasswordChangedAt, time.GetUtcNow()))
            ? AccountDuty.ChangePassword
        : settings.SecondFactorRequired && NeedSecondFactor(account.Role) && !account.TwoFactorEnabled ? AccountDuty.EnrolSecondFactor
        : null;
}

/// <summary>Marks what is open to somebody with a duty: the session, and the duty itself.</summary>
public sealed class OpenUnderDuty;

public static class DutyGate
{
    public static TBuilder OpenUnderDuty<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenUnderDuty());

    /// <summary>After authorization: whoever has a duty is let through to marked endpoints and to anonymous ones only.</summary>
    public static void UseDutyGate(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata is not { } endpoint || Caller.Of(context.User).Duty is not { } duty)
                    return next(context);
                var open =
                    endpoint.GetMetadata<OpenUnderDuty>() is not null
                    || endpoint.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null
                    || endpoint.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
                return open ? next(context) : Answers.Refuse(AccessRefusals.Duty(duty)).ExecuteAsync(context);
            }
        );
}

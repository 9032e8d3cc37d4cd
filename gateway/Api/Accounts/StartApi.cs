using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>The first minutes of an installation.</summary>
public static class StartApi
{
    /// <param name="Empty">No county is registered yet.</param>
    /// <param name="NeedsAdministrator">There is no account yet; the code on the console makes the first one.</param>
    public sealed record StartView(bool Empty, bool Sandbox, bool Demonstration, bool NeedsAdministrator);

    public sealed record AdministratorBody(
        [property: JsonRequired] string Code,
        [property: JsonRequired] string UserName,
        [property: JsonRequired] string Password
    );

    /// <param name="HandOver">The two other administrators, whose passwords are shown this once.</param>
    public sealed record AdministratorsView(ImmutableArray<HandOver> HandOver);

    public static void MapStart(this RouteGroupBuilder api)
    {
        api.MapGet("/start", Read).IsPublic().WithTags("首次使用 Start").Says<StartView>("首次使用状态 / State of a new installation");
        api.MapPost("/setup/administrator", Administrator)
            .IsPublic()
            .WithTags("首次使用 Start")
            .Says<AdministratorsView>(
                "用控制台上的一次性代码建立系统、安全、审计三位管理员 / Make the system, security and audit administrators with the console's code"
            )
            .Refuses(409, 429);
        api.MapPost("/setup/demonstration", Demonstration)
            .WithTags("首次使用 Start")
            .Says<ImportReport>("在空库中载入演示名册 / Load the demonstration roster into an empty store")
            .Refuses(409)
            .MayAsk(May.SetUp);
    }

    private static async Task<StartView> Read(IClusterClient cluster, AccountSeeds accounts, Presentation presentation) =>
        new(await cluster.HasNoCounty(), presentation.Sandbox, presentation.Demonstration, await accounts.None());

    private static async Task<IResult> Administrator(AdministratorBody body, AccountSeeds accounts, SetupCode code)
    {
        if (!await accounts.None())
            return Answers.Refuse(
                new(RefusalCode.StoreNotEmpty, null, new("已有账户，请登录", "there are accounts already; sign in"), null)
            );
        if (code.Objection(body.Code) is { } wrong)
            return Answers.Refuse(wrong);
        if (string.IsNullOrWhiteSpace(body.UserName))
            return Answers.Refuse(Refusals.Required("userName"));
        var (refusal, handOver) = await accounts.CreateAdministrators(body.UserName, body.Password);
        return refusal is null ? TypedResults.Ok(new AdministratorsView(handOver)) : Answers.Refuse(refusal);
    }

    private static async Task<IResult> Demonstration(
        HttpContext context,
        IClusterClient cluster,
        DemonstrationRoster roster,
        Presentation presentation
    )
    {
        var actor = Caller.Of(context.User).Actor;
        if (!await cluster.HasNoCounty())
            return Answers.Refuse(
                new(
                    RefusalCode.StoreNotEmpty,
                    null,
                    new("已有数据，不能载入演示数据", "there is data already; the demonstration is for an empty store"),
                    null
                )
            );
        return TypedResults.Ok(await roster.Load(actor, presentation, context.RequestAborted));
    }
}

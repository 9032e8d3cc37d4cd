using Supervision.Gateway.Access;
using Supervision.Gateway.Demo;
using Supervision.Gateway.Live;
using Supervision.Gateway.Rosters;

namespace Supervision.Gateway.Api;

/// <summary>The first minutes of an installation.</summary>
public static class StartApi
{
    /// <param name="Empty">No county is registered yet.</param>
    /// <param name="NeedsAdministrator">There is no account yet; the code on the console makes the first one.</param>
    public sealed record StartView(bool Empty, bool Sandbox, bool Demonstration, bool NeedsAdministrator);

    public sealed record AdministratorBody(string? Code, string? UserName, string? Password);

    public static void MapStart(this RouteGroupBuilder api)
    {
        api.MapGet("/start", Read).IsPublic().WithTags("首次使用 Start").Says<StartView>("首次使用状态 / State of a new installation");
        api.MapPost("/setup/administrator", Administrator).IsPublic().WithTags("首次使用 Start").WithSummary("用控制台上的一次性代码建立首位管理员 / Make the first administrator with the console's code");
        api.MapPost("/setup/demonstration", Demonstration).WithTags("首次使用 Start").Says<ImportReport>("在空库中载入演示名册 / Load the demonstration roster into an empty store").MayAsk(May.SetUp);
    }

    private static async Task<StartView> Read(IClusterClient cluster, AccountSeeds accounts, Presentation presentation) =>
        new(await cluster.HasNoCounty(), presentation.Sandbox, presentation.Demonstration, await accounts.None());

    private static async Task<IResult> Administrator(AdministratorBody body, AccountSeeds accounts)
    {
        if (!await accounts.None()) return Answers.Refuse(new(RefusalCode.StoreNotEmpty, null, new("已有账户，请登录", "there are accounts already; sign in"), null));
        if (!string.Equals(body.Code?.Trim(), AccountSeeds.SetupCode, StringComparison.OrdinalIgnoreCase))
            return Answers.Refuse(Refusals.Invalid("code", "代码不正确", "the code is wrong", "控制台上显示的 10 位代码 / the ten characters on the console"));
        if (string.IsNullOrWhiteSpace(body.UserName)) return Answers.Refuse(Refusals.Required("userName"));
        var problem = await accounts.CreateAdministrator(body.UserName, body.Password ?? "");
        return problem is null ? TypedResults.NoContent() : Answers.Refuse(Refusals.Invalid("password", problem.Zh, problem.En));
    }

    private static async Task<IResult> Demonstration(HttpContext context, IClusterClient cluster, DemonstrationRoster roster, Presentation presentation)
    {
        var actor = Caller.Of(context.User).Actor;
        if (!await cluster.HasNoCounty())
            return Answers.Refuse(new(RefusalCode.StoreNotEmpty, null, new("已有数据，不能载入演示数据", "there is data already; the demonstration is for an empty store"), null));
        return TypedResults.Ok(await roster.Load(actor, presentation, context.RequestAborted));
    }
}

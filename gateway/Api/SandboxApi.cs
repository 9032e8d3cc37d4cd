namespace Supervision.Gateway.Api;

/// <summary>The simulated clock. These paths do not exist outside a sandbox.</summary>
public static class SandboxApi
{
    /// <param name="Now">The simulated present.</param>
    /// <param name="Speed">Simulated seconds per real second; 0 stands still.</param>
    /// <param name="Inspectors">Simulated inspectors are at work.</param>
    public sealed record ClockView(DateTimeOffset Now, double Speed, bool Paused, bool Inspectors);

    /// <param name="AdvanceTo">Not before now, at most 400 days ahead; answered when everything due by then is decided and on the boards.</param>
    /// <param name="Speed">0–100,000 simulated seconds per real second.</param>
    /// <param name="Paused">True stands still; false resumes at the demonstration's speed.</param>
    public sealed record ClockBody(DateTimeOffset? AdvanceTo, double? Speed, bool? Paused, bool? Inspectors);

    public static void MapSandbox(this RouteGroupBuilder api, GatewaySettings settings)
    {
        if (!settings.Sandbox)
        {
            api.Map(
                    "/sandbox/{**path}",
                    () =>
                        Answers.Refuse(
                            new(RefusalCode.SandboxOnly, null, new("仅在演示环境中可用", "there is a clock to set in a sandbox only"), null)
                        )
                )
                .NeedsSession()
                .ExcludeFromDescription();
            return;
        }

        var sandbox = api.MapGroup("/sandbox").WithTags("演示 Sandbox");
        sandbox.MapGet("/clock", (SandboxClock clock) => View(clock)).Says<ClockView>("模拟时钟 / The simulated clock").NeedsSession();
        sandbox
            .MapPost("/clock", Set)
            .Says<ClockView>("快进、变速、暂停模拟时钟 / Advance, speed up or pause the simulated clock")
            .Refuses(409)
            .MayAsk(May.SetClock);
    }

    private static async Task<IResult> Set(ClockBody body, HttpContext context, SandboxClock clock)
    {
        if (body.AdvanceTo < clock.Now)
            return Answers.Refuse(
                new(
                    RefusalCode.ClockBackwards,
                    "advanceTo",
                    new("模拟时钟不能倒退", "the simulated clock never runs back"),
                    Later(clock.Now)
                )
            );
        if (body.AdvanceTo > clock.Now.AddDays(400))
            return Answers.Refuse(new(RefusalCode.ClockTooFar, "advanceTo", new("一次最多快进 400 天", "at most 400 days at once"), null));
        if (body.Speed is < 0 or > SimulatedTime.Fastest)
            return Answers.Refuse(Refusals.Invalid("speed", "速度超出范围", "the speed is out of range", $"0–{SimulatedTime.Fastest}"));
        if (body.Inspectors is { } inspectors)
            clock.Inspectors = inspectors;
        if (body.AdvanceTo is { } target)
            await clock.AdvanceTo(target, context.RequestAborted);
        if (body.Speed is { } speed)
            await clock.SetSpeed(speed, context.RequestAborted);
        if (body.Paused is { } paused)
            await clock.SetSpeed(paused ? 0 : SandboxClock.DemoSpeed, context.RequestAborted);
        return TypedResults.Ok(View(clock));
    }

    private static ClockView View(SandboxClock clock) => new(clock.Now, clock.Speed, clock.Speed == 0, clock.Inspectors);

    private static Text Later(DateTimeOffset now) => new($"{Refusals.Civil(now)} 以后", $"later than {Refusals.Civil(now)}");
}

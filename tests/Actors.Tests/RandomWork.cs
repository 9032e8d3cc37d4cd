namespace Supervision.Actors.Tests;

/// <summary>A district's days at random: visits of all ages, hand-overs, suspensions, moves, excuses, approvals and midnights.</summary>
internal sealed class RandomWork(TestSilo silo, int seed, int units)
{
    public const string OtherCounty = "330522";

    private const int AtOnce = 8;
    private static readonly string[] Counties = [TestSilo.CountyCode, OtherCounty];
    private static readonly string[] Inspectors = [.. Enumerable.Range(1, 16).Select(i => $"督学-{i}")];
    private readonly Random _random = new(seed);
    private int _accepted;
    private int _refused;

    public int Accepted => _accepted;

    public int Refused => _refused;

    public async Task Register()
    {
        foreach (var county in Counties)
            await silo.RegisterCounty(county);
        for (var i = 0; i < units; i++)
            await silo.RegisterSchool($"{1000 + i}", _random.Next(8) == 0 ? null : Pick(Inspectors), Pick(Counties));
    }

    public async Task Run(int commands)
    {
        for (var sent = 0; sent < commands; sent += AtOnce)
        {
            silo.SetClock(silo.Now.AddHours(_random.Next(1, 60)));
            var wakes = Counties.Where(_ => _random.Next(4) == 0).Select(county => silo.County(county).Wake()).ToList();
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Execute($"{1000 + _random.Next(units)}")).Concat(wakes));
        }
    }

    private Task Execute(string school)
    {
        var month = Period.MonthOf(CivilTime.DateOf(silo.Now));
        var today = CivilTime.DateOf(silo.Now);
        var submission = _random.Next(10) switch
        {
            0 => TestSilo.Submit<UnitCommand>(new AssignInspector(new(Pick(Inspectors), today.AddDays(_random.Next(-3, 9)), null))),
            1 => TestSilo.Submit<UnitCommand>(new RegisterUnit(Profile(school), null)),
            2 => TestSilo.Submit<UnitCommand>(new ExcusePeriod(month.Previous, "台风停课", "德教督〔2026〕5号")),
            3 => TestSilo.Submit<UnitCommand>(new ApproveLateVisit(month.Previous, null, "设备故障,核实属实")),
            4 or 5 => TestSilo.VisitAt(silo.Now.AddDays(-_random.Next(20, 50)), Pick(Inspectors)),
            _ => TestSilo.VisitAt(silo.Now.AddHours(-_random.Next(1, 200)), Pick(Inspectors)),
        };
        return Send(school, submission);
    }

    private async Task Send(string school, Submission<UnitCommand> submission)
    {
        var outcome = await silo.School(school).Execute(submission);
        if (outcome.Refusal is null)
            Interlocked.Increment(ref _accepted);
        else
            Interlocked.Increment(ref _refused);
    }

    private Profile Profile(string school) =>
        TestSilo.ProfileOfSchool(school, Pick(Counties)) with
        {
            Status = _random.Next(12) switch
            {
                0 => UnitStatus.Closed,
                < 4 => UnitStatus.Suspended,
                _ => UnitStatus.Active,
            },
        };

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

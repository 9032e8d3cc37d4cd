using System.Globalization;
using Supervision.Bench;

// Each measurement is one command: dotnet run -c Release --project tests/Bench -- journal
return args switch
{
    ["journal"] => await JournalBench.Run(rounds: 5, [1, 16, 64, 256]),
    ["journal", var rounds] => await JournalBench.Run(Number(rounds), [1, 16, 64, 256]),
    ["journal", var rounds, .. var callers] => await JournalBench.Run(Number(rounds), [.. callers.Select(Number)]),
    ["rules"] => RulesBench.Run(rounds: 9),
    ["casework"] => CaseworkBench.Run(rounds: 9),
    ["verify"] => await VerifyBench.Run(200_000),
    ["verify", var events] => await VerifyBench.Run(Number(events)),
    ["visits"] => await VisitsBench.Run(rounds: 5, [1, 16, 64, 256]),
    ["visits", var rounds] => await VisitsBench.Run(Number(rounds), [1, 16, 64, 256]),
    ["visits", var rounds, .. var callers] => await VisitsBench.Run(Number(rounds), [.. callers.Select(Number)]),
    ["malformed"] => await MalformedBench.Run(100_000, Random.Shared.Next()),
    ["malformed", var count] => await MalformedBench.Run(Number(count), Random.Shared.Next()),
    ["malformed", var count, var seed] => await MalformedBench.Run(Number(count), Number(seed)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        "usage: rules | casework | verify [events] | journal | visits [rounds [callers ...]] | malformed [count [seed]]"
    );
    return 2;
}

using Supervision.Bench;

// Each measurement is one command: dotnet run -c Release --project tests/Bench -- journal
return args switch
{
    ["journal"] => await JournalBench.Run(rounds: 5),
    ["journal", var rounds] => await JournalBench.Run(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: journal [rounds]");
    return 2;
}

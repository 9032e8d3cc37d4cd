using System.Globalization;

namespace Supervision.Contracts.Clocks;

/// <summary>What speaks against a machine's clock.</summary>
public enum ClockWitness
{
    None = 0,

    /// <summary>The database's own clock.</summary>
    Database = 1,

    /// <summary>The newest fact of the journal, recorded later than the present can be.</summary>
    Journal = 2,

    /// <summary>The time that went by since the clock was last found right.</summary>
    Elapsed = 3,
}

/// <summary>A clock that can't be decided by.</summary>
/// <param name="Shown">What the machine's clock shows, UTC.</param>
/// <param name="Reference">What it was compared with, UTC.</param>
[GenerateSerializer, Immutable, Alias("clock-doubt")]
public sealed record ClockDoubt(ClockWitness Witness, DateTimeOffset Shown, DateTimeOffset Reference)
{
    /// <summary>For people at either end: both instants, what follows, and what to do.</summary>
    public Text Text
    {
        get
        {
            var (shown, reference) = (Civil(Shown), Civil(Reference));
            return Witness switch
            {
                ClockWitness.Database => new(
                    $"服务器时钟不可信：本机显示 {shown}，数据库显示 {reference}。时钟校准前不作任何决定；校准后自动恢复，请届时用同一操作编号重发。",
                    $"The server's clock can't be trusted: it shows {shown}, the database's shows {reference}. Nothing is decided until they agree; then it goes on by itself. Send the same request again then."
                ),
                ClockWitness.Journal => new(
                    $"服务器时钟不可信：本机显示 {shown}，而最新事实记录于 {reference}。若本机时钟偏慢，请校准；若曾有超前的时钟记录了事实，请用 annul-clock 撤销。此前不作任何决定。",
                    $"The server's clock can't be trusted: it shows {shown}, but the newest fact was recorded at {reference}. Set the clock if it is behind; if a clock that ran ahead recorded facts, annul them (annul-clock). Nothing is decided until then."
                ),
                _ => new(
                    $"服务器时钟不可信：本机显示 {shown}，按经过的时间应为 {reference}。时钟校准前不作任何决定；若现在的时间是对的，请重新启动程序。",
                    $"The server's clock can't be trusted: it shows {shown}, by the time that went by it should show {reference}. Nothing is decided until it is set right; if it is right now, restart the program."
                ),
            };
        }
    }

    private static string Civil(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>The process the call reached decides nothing, because its clock is in doubt. Nothing was done; repeat it with the same operation id.</summary>
[GenerateSerializer, Alias("clock-doubted")]
public sealed class ClockDoubtedException : Exception
{
    public ClockDoubtedException(ClockDoubt doubt)
        : base(doubt.Text.En) => Doubt = doubt;

    [Id(0)]
    public ClockDoubt Doubt { get; }
}

using System.Globalization;

namespace Supervision.Gateway.Api.Units;

/// <summary>
/// Units and boards as they were. Two questions are kept apart: what was true at an instant (<c>asOf</c>), and what was known at
/// another (<c>known</c>). Without <c>known</c> it is what is known now; without <c>asOf</c> what was true when it was known.
/// </summary>
public static class PastApi
{
    public const int LongestPage = 200;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <param name="AsOf">Not after <paramref name="Known"/>.</param>
    /// <param name="Known">Not after now.</param>
    public sealed record Instants(DateTimeOffset AsOf, DateTimeOffset Known);

    public static bool IsAsked(string? asOf, string? known) => asOf is not null || known is not null;

    /// <summary>Null besides a refusal.</summary>
    public static (Instants? Asked, Refusal? Refusal) Read(string? asOf, string? known, DateTimeOffset now)
    {
        if (Instant("known", known, now, out var knownAt) is { } unreadable)
            return (null, unreadable);
        if (Instant("asOf", asOf, knownAt, out var trueAt) is { } invalid)
            return (null, invalid);
        foreach (var (field, instant) in new[] { ("known", knownAt), ("asOf", trueAt) })
            if (instant > now)
                return (
                    null,
                    new(
                        RefusalCode.InstantInFuture,
                        field,
                        new("时间在将来", "the instant lies in the future"),
                        new($"不晚于现在 {Refusals.Civil(now)}", $"not later than now, {Refusals.Civil(now)}")
                    )
                );
        return trueAt <= knownAt
            ? (new(trueAt, knownAt), null)
            : (
                null,
                new(
                    RefusalCode.AsOfAfterKnown,
                    "asOf",
                    new("时点晚于知悉时间：那时还不可能知道", "asOf is after known: nobody could know it then"),
                    new($"不晚于 {Refusals.Civil(knownAt)}", $"{Refusals.Civil(knownAt)} at the latest")
                )
            );
    }

    public static async Task<IResult> Unit(IUnitGrain unit, Actor reader, string? asOf, string? known, DateTimeOffset now)
    {
        var (asked, refusal) = Read(asOf, known, now);
        if (asked is null)
            return Answers.Refuse(refusal!);
        return await unit.Past(asked.AsOf, asked.Known) is { } view
            ? TypedResults.Ok(UnitDetail.Of(view, reader, now))
            : Answers.Refuse(NotKnownThen());
    }

    /// <summary>A recusal of today bars its inspector from a unit's past too.</summary>
    /// <param name="scope">A board's, <c>county/330521</c> or <c>region/3305</c>.</param>
    public static async Task<IResult> Board(
        string scope,
        Actor reader,
        IClusterClient cluster,
        Presentation presentation,
        string? asOf,
        string? known
    )
    {
        var (asked, refusal) = Read(asOf, known, presentation.Now);
        if (asked is null)
            return Answers.Refuse(refusal!);
        var (directory, code) = (cluster.GetGrain<IDirectoryGrain>(0), Keys.Code(scope));
        var board =
            scope == Keys.County(code)
                ? await directory.PastBoard(code, asked.AsOf, asked.Known)
                : await directory.PastRegion(code, asked.AsOf, asked.Known);
        return board is null
            ? Answers.Refuse(NotKnownThen())
            : TypedResults.Ok(presentation.Show(board, await cluster.BarredUnits(reader, code)));
    }

    /// <summary>The months before an instant, as far as they were known at another; null besides a refusal.</summary>
    public static async Task<(CoverageSeries? Series, Instants? Asked, Refusal? Refusal)> Series(
        string scope,
        IClusterClient cluster,
        DateTimeOffset now,
        int months,
        string? asOf,
        string? known
    )
    {
        var (asked, refusal) = Read(asOf, known, now);
        if (asked is null)
            return (null, null, refusal);
        var series = await cluster.GetGrain<IDirectoryGrain>(0).PastSeries(scope, asked.AsOf, asked.Known, months);
        return (series, asked, series is null ? NotKnownThen() : null);
    }

    /// <summary>Newest first; with instants, only what had come true by the one and was recorded by the other.</summary>
    /// <param name="take">1–200.</param>
    public static async Task<IResult> History(
        IUnitGrain unit,
        Actor reader,
        long before,
        int take,
        string? asOf,
        string? known,
        DateTimeOffset now
    )
    {
        Instants? asked = null;
        if (IsAsked(asOf, known))
        {
            (asked, var refusal) = Read(asOf, known, now);
            if (refusal is not null)
                return Answers.Refuse(refusal);
        }

        var views = new List<HistoryView>(take);
        while (true)
        {
            var page =
                reader.Role == ActorRole.UnitUser ? await unit.HistoryAsSeen(before, LongestPage) : await unit.History(before, LongestPage);
            foreach (var entry in page)
            {
                if (asked is not null && (entry.RecordedAt > asked.Known || entry.EffectiveAt > asked.AsOf))
                    continue;
                if (HistoryView.Of(entry, reader) is { } view)
                    views.Add(view);
                if (views.Count == take)
                    return TypedResults.Ok(views);
            }

            if (page.Length < LongestPage)
                return TypedResults.Ok(views);
            before = page[^1].Version;
        }
    }

    private static Refusal? Instant(string field, string? text, DateTimeOffset otherwise, out DateTimeOffset instant)
    {
        instant = otherwise;
        if (text is null)
            return null;
        // In a query a plus sign that was not encoded arrives as a blank.
        var written = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        if (
            InstantJson.IsZoned(written)
            && DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && InstantJson.IsInRange(read)
        )
        {
            instant = CivilTime.Keep(read);
            return null;
        }

        const string Example = "2026-04-25T18:00:00+08:00";
        return new(
            RefusalCode.InstantInvalid,
            field,
            new($"{(field == "known" ? "知悉时间" : "时点")}须带时区", $"{field} is an instant with its offset"),
            new(Example, Example)
        );
    }

    private static Refusal NotKnownThen() =>
        new(RefusalCode.NotKnownThen, "asOf", new("当时尚未登记，或系统尚不知道", "it was not registered then, or not known yet"), null);
}

namespace Supervision.Rules.Units.Texts;

/// <summary>
/// What the evidence keys of a measure stand for. <c>bulletin/…</c> and <c>complaint/…</c> are people's entries, also those from before
/// entries were approved: what a published bulletin or a registered complaint will say has keys of its own.
/// </summary>
public static class ProofTexts
{
    /// <summary>The mark of everything that rests on a person's word and paper alone.</summary>
    public static readonly Text ByHand = new("手工登记", "entered by hand");

    public static bool IsByHand(string key) =>
        key.StartsWith("bulletin/", StringComparison.Ordinal)
        || key.StartsWith("complaint/", StringComparison.Ordinal)
        || key.StartsWith("opinion/", StringComparison.Ordinal);

    /// <summary>Whether a key tells of a complaint, which not everybody may know.</summary>
    public static bool IsOfComplaint(string key) => key.StartsWith("complaint/", StringComparison.Ordinal);

    public static Text Of(string key)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        var (sort, id) = at < 0 ? ("", key) : (key[..at], key[(at + 1)..]);
        return sort switch
        {
            "issue" => new($"问题 {id}", $"issue {id}"),
            "measure" => new($"措施 {id}", $"measure {id}"),
            "self-check" => new($"{id} 自查", $"self-check {id}"),
            "bulletin" => new($"通报 {id}（{ByHand.Zh}）", $"bulletin {id} ({ByHand.En})"),
            "complaint" => new($"举报 {id}（{ByHand.Zh}）", $"complaint {id} ({ByHand.En})"),
            "opinion" => new($"舆情标注：{id}（{ByHand.Zh}）", $"public opinion: {id} ({ByHand.En})"),
            _ => new(key, key),
        };
    }

    /// <summary>How many of the keys are people's entries, for a sentence; empty when none is.</summary>
    internal static (string Zh, string En) Counted(ImmutableArray<string> proof)
    {
        var count = proof.IsDefault ? 0 : proof.Count(IsByHand);
        return count == 0
            ? ("", "")
            : ($"，依据含{ByHand.Zh} {count} 项", $", resting on {count} {(count == 1 ? "entry" : "entries")} made by hand");
    }
}

/// <summary>Entries made by hand, in words.</summary>
public static class EntryTexts
{
    public static Text Of(HandEntry entry)
    {
        if (entry.Complaint is not { } mark)
            return new(
                $"通报 {entry.Bulletin} 点名，发布于 {entry.IssuedOn:yyyy-MM-dd}",
                $"named in bulletin {entry.Bulletin}, issued on {entry.IssuedOn:yyyy-MM-dd}"
            );
        var said = MeasureTexts.Complaint(mark);
        return new(
            $"{said.Zh}，收到于 {CivilTime.DateOf(mark.ReceivedAt):yyyy-MM-dd}",
            $"{said.En}, received on {CivilTime.DateOf(mark.ReceivedAt):yyyy-MM-dd}"
        );
    }
}

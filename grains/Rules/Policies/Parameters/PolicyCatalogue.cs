using System.Collections.Frozen;

namespace Supervision.Rules.Policies.Parameters;

/// <summary>
/// Every parameter of a policy (5.11) that something is judged or shown by. Adding one is an entry in one of the tables below: the
/// ranges, the API, the differences and what people read of it follow. A value without a reader is no parameter yet: the policy keeps
/// it for the day its reader exists, and nobody is offered it.
/// </summary>
public static class PolicyCatalogue
{
    private static readonly FrozenDictionary<string, Text> Groups = new Dictionary<string, Text>
    {
        ["cadence"] = new("督导频次", "visit cadence"),
        ["inspector"] = new("督学与责任区", "inspectors and zones"),
        ["county"] = new("县级督导工作", "the county's own work"),
        ["zone"] = new("督学与责任区", "inspectors and zones"),
        ["presence"] = new("到校核验", "presence checks"),
        ["burden"] = new("减轻学校迎检负担", "load put on schools"),
        ["issue"] = new("问题整改", "issues"),
        ["lookback"] = new("回头看", "look-back"),
        ["selffound"] = new("自查自纠", "self-found issues"),
        ["ladder"] = new("督办与问责阶梯", "escalation ladder"),
        ["complaint"] = new("投诉举报", "complaints"),
        ["campaign"] = new("专项督导周期", "campaign"),
        ["platformName"] = new("购课付费平台", "payment platform"),
    }.ToFrozenDictionary();

    /// <summary>In the order they are shown.</summary>
    public static readonly ImmutableArray<PolicyParameter> All =
    [
        .. CadenceParameters.Table,
        .. IssueParameters.Table,
        .. LadderParameters.Table,
        .. OfficeParameters.Table,
        .. OwnLadderParameters.Table,
    ];

    private static readonly FrozenDictionary<string, PolicyParameter> ByKey = All.ToFrozenDictionary(parameter => parameter.Key);

    /// <summary>Null when there is no such parameter.</summary>
    public static PolicyParameter? Find(string key) => ByKey.GetValueOrDefault(key);

    public static Text GroupOf(string key) => Groups[key.Split('.')[0]];

    /// <summary>Lays values over a policy; those refused leave their parameters as they were.</summary>
    public static (Policy Policy, ImmutableArray<Refusal> Refusals) Lay(Policy policy, IEnumerable<KeyValuePair<string, string>> values)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var (key, value) in values)
        {
            Refusal? refusal;
            if (Find(key) is { } parameter)
                (policy, refusal) = parameter.Write(policy, value);
            else
                refusal = PolicyRefusals.ParameterUnknown(key);
            if (refusal is not null)
                refusals.Add(refusal);
        }

        return (policy, refusals.ToImmutable());
    }

    /// <summary>In the catalogue's order; both policies lack nothing.</summary>
    public static ImmutableArray<PolicyDifference> Differences(Policy before, Policy after) =>
        [
            .. All.Select(parameter => new PolicyDifference(parameter.Key, parameter.Read(before) ?? "", parameter.Read(after) ?? ""))
                .Where(each => each.Before != each.After),
        ];
}

/// <summary>A parameter whose value is another in two policies.</summary>
/// <param name="Before">As text, see <see cref="PolicyValueKind"/>.</param>
/// <param name="After">As text.</param>
[GenerateSerializer, Immutable, Alias("policy-difference")]
public sealed record PolicyDifference(string Key, string Before, string After);

using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Supervision.Contracts;

namespace Supervision.Gateway.Tests.Api;

/// <summary>
/// Every parameter a county may set is read by something that decides or shows by it. The programs are searched as they were compiled:
/// for calls of the property behind the parameter, from methods that are themselves used, outside the records, the catalogue and generated serializers.
/// </summary>
public sealed class PolicyReaderTests
{
    private static readonly Assembly[] Programs =
    [
        typeof(Policy).Assembly,
        typeof(Keys).Assembly,
        typeof(IJournal).Assembly,
        Assembly.Load("Supervision.Actors"),
        Assembly.Load("Supervision.Silo"),
        typeof(GatewaySettings).Assembly,
    ];

    private static readonly Type[] Records =
    [
        typeof(CadencePolicy),
        typeof(IssuePolicy),
        typeof(LadderPolicy),
        typeof(OfficePolicy),
        typeof(InspectorPolicy),
        typeof(CountyPolicy),
    ];

    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    private static readonly Lazy<FrozenSet<string>> Read = new(Reads);

    public static TheoryData<string> Keys() => [.. PolicyCatalogue.All.Select(parameter => parameter.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_OfTheCatalogue_IsReadOutsideIt(string key) =>
        PropertiesBehind(PolicyCatalogue.Find(key)!)
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeOneOf(Read.Value, $"{key} is offered to counties, so something has to go by it");

    [Fact]
    public void ValueThatNothingReads_IsFoundToHaveNoReader()
    {
        var known = PolicyCatalogue.All.SelectMany(PropertiesBehind).ToHashSet(StringComparer.Ordinal);
        var others = Records
            .SelectMany(record => record.GetProperties().Select(property => $"{record.Name}.{property.Name}"))
            .Where(name => !name.EndsWith(".EqualityContract", StringComparison.Ordinal) && !known.Contains(name))
            .ToList();

        others.Should().Contain("OfficePolicy.BulletinDay").And.Contain("OfficePolicy.DrawRatePercent").And.Contain("OfficePolicy.Rounds");
        others.Should().NotIntersectWith(Read.Value, "what has a reader belongs into the catalogue");
    }

    /// <summary>Properties of the policy's records that differ when the parameter has another value.</summary>
    private static IEnumerable<string> PropertiesBehind(PolicyParameter parameter)
    {
        var (before, after) = (Policy.Default, parameter.Write(Policy.Default, Other(parameter)).Policy);
        foreach (var record in Records)
        foreach (var property in record.GetProperties())
            if (!Same(property.GetValue(Section(before, record)), property.GetValue(Section(after, record))))
                yield return $"{record.Name}.{property.Name}";

        static bool Same(object? one, object? other) =>
            System.Text.Json.JsonSerializer.Serialize(one) == System.Text.Json.JsonSerializer.Serialize(other);
    }

    private static object Section(Policy policy, Type record) =>
        new object[] { policy.Cadence, policy.OfIssues, policy.OfLadder, policy.OfOffice, policy.OfInspector, policy.OfCounty }.Single(
            section => section.GetType() == record
        );

    private static string Other(PolicyParameter parameter) =>
        parameter.Range.Kind switch
        {
            PolicyValueKind.Number => parameter.Default == PolicyValue.Of(parameter.Range.Minimum!.Value)
                ? PolicyValue.Of(parameter.Range.Maximum!.Value)
                : PolicyValue.Of(parameter.Range.Minimum.Value),
            PolicyValueKind.Flag => parameter.Default == "true" ? "false" : "true",
            PolicyValueKind.Numbers => "9, 2",
            PolicyValueKind.Window => "02-02/03-03",
            PolicyValueKind.Text => "平台",
            _ => parameter.Range.Choices.First(choice => choice != parameter.Default),
        };

    private static FrozenSet<string> Reads()
    {
        var getters = Records
            .SelectMany(record => record.GetProperties())
            .Where(property => property.GetMethod is not null)
            .ToDictionary(property => property.GetMethod!, property => $"{property.DeclaringType!.Name}.{property.Name}");
        var calls = Programs
            .SelectMany(program => program.GetTypes())
            .SelectMany(Methods)
            .Select(method => (Method: method, Called: Called(method).ToHashSet()))
            .ToList();
        var used = calls.SelectMany(call => call.Called).ToHashSet();
        return calls
            .Where(call =>
                !IsOfTheCatalogue(call.Method.DeclaringType!)
                && !IsOfTheRecordItself(call.Method)
                && (used.Contains(call.Method) || call.Method is not MethodInfo { IsVirtual: false } || call.Method.Name == "<Main>$")
            )
            .SelectMany(call => call.Called)
            .OfType<MethodInfo>()
            .Select(called => getters.GetValueOrDefault(called))
            .OfType<string>()
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the compiler makes of a record reads everything and decides nothing; methods that were written do.</summary>
    private static bool IsOfTheRecordItself(MethodBase method) =>
        Records.Contains(method.DeclaringType)
        && (
            method.IsConstructor
            || method.IsDefined(typeof(CompilerGeneratedAttribute))
            || method.Name is "PrintMembers" or "ToString" or "GetHashCode" or "Equals" or "Deconstruct"
            || method.Name.StartsWith("op_", StringComparison.Ordinal)
        );

    private static bool IsOfTheCatalogue(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type == typeof(Policy)
            || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type)
            || type == typeof(PolicyRules)
            || type.Name.StartsWith("OrleansCodeGen", StringComparison.Ordinal)
            || type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) == true
            || type == typeof(PolicyCatalogue)
            || type == typeof(PolicyPresets)
            || type == typeof(PolicyPreset)
            || type == typeof(PolicyActivation)
            || (type.Namespace == typeof(Policy).Namespace && type.Name.EndsWith("Parameters", StringComparison.Ordinal));
    }

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags Own =
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).Where(method => !method.IsAbstract);
    }

    /// <summary>Methods a method names in its instructions, generic ones as they were written.</summary>
    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var types = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var arguments = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var instruction = Codes[value];
            at += instruction.Size;
            if (
                instruction.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && Resolve(BitConverter.ToInt32(code, at)) is { } called
            )
                yield return called is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : called;
            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }

        MethodBase? Resolve(int token) => method.Module.ResolveMember(token, types, arguments) as MethodBase;
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;
using Supervision.Contracts;
using Xunit;

namespace Supervision.Actors.Tests.Contracts;

/// <summary>
/// Everything that crosses a wire, against the list that was released. A line that changes or vanishes breaks rolling upgrades:
/// members are added at the end, methods are added, never altered. After a wanted addition, replace Released.txt with the file
/// the failing test names.
/// </summary>
public sealed class WireContractTests
{
    [Fact]
    public void Contracts_OfThisBuild_AreTheReleasedOnes()
    {
        var present = Describe();

        present.Should().Be(Released(), "the present contracts are in {0}", Kept(present));
    }

    [Fact]
    public void Aliases_OfAllWireTypes_AreSetAndUnique()
    {
        var aliases = WireTypes()
            .Select(type => (type.Name, Alias: type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias))
            .ToList();

        aliases.Should().OnlyContain(type => type.Alias != null);
        aliases.Select(type => type.Alias).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Enums_OnTheWire_StartAtAnInvalidNone() =>
        WireTypes()
            .SelectMany(type =>
                type.GetProperties().Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            )
            .Where(type => type.IsEnum)
            .Distinct()
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(type => Enum.GetName(type, 0) == "None");

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (
            var grain in typeof(Keys)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            text.Append("interface ").Append(grain.FullName).Append('\n');
            foreach (var method in grain.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal))
                text.Append("  ")
                    .Append(method.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
                    .Append('(')
                    .AppendJoin(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)))
                    .Append(") -> ")
                    .Append(Name(method.ReturnType))
                    .Append('\n');
        }

        foreach (var type in WireTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append("type ")
                .Append(type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
                .Append(" = ")
                .Append(Name(type))
                .Append('(');
            text.AppendJoin(", ", Members(type)).Append(")\n");
        }

        return text.ToString();
    }

    /// <summary>A record's members travel in the order of its primary constructor; those beside it are numbered apart.</summary>
    private static IEnumerable<string> Members(Type type)
    {
        var primary = type.GetConstructors()
            .Where(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .MaxBy(constructor => constructor.GetParameters().Length);
        return primary is null || type.GetMethod("<Clone>$") is null
            ? type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Where(member => member.IsDefined(typeof(IdAttribute)))
                .Select(member => member.Name)
            : primary
                .GetParameters()
                .Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}")
                .Concat(
                    type.GetProperties()
                        .Where(property => property.IsDefined(typeof(IdAttribute)))
                        .Select(property => $"{Name(property.PropertyType)} {property.Name}")
                );
    }

    private static IEnumerable<Type> WireTypes() =>
        new[] { typeof(Period).Assembly, typeof(Keys).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type =>
                type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            );

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;

    /// <summary>Too long for a message: the text to compare, and to release, is put where it can be copied from.</summary>
    private static string Kept(string present)
    {
        var file = Path.Combine(Path.GetTempPath(), "supervision-contracts.txt");
        File.WriteAllText(file, present);
        return file;
    }

    private static string Released()
    {
        using var stream = typeof(WireContractTests).Assembly.GetManifestResourceStream("Released.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What is declared beside a record's constructor is numbered apart from it.</summary>
    [Fact]
    public void Members_BesideTheConstructor_CrossTheWire()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var state = UnitState.Empty with
        {
            LastIssue = 7,
            Recusals = [new("督学-330521-01", "配偶在该校任教", "文", new(2026, 4, 8, 2, 0, 0, TimeSpan.Zero))],
        };

        var read = serializer.Deserialize<UnitState>(serializer.SerializeToArray(state))!;

        (read.LastIssue, read.Recusals.Single()).Should().Be((7, state.Recusals[0]));
    }
}

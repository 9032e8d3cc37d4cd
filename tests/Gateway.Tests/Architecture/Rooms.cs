using Mono.Cecil;

namespace Supervision.Gateway.Tests.Architecture;

/// <summary>Which room of the program uses which, as the compiled assemblies say it. A room is a namespace, and a namespace is a folder.</summary>
internal sealed class Rooms
{
    /// <summary>From the lowest: each may use those before it.</summary>
    public static readonly string[] Projects = ["Rules", "Contracts", "Journal", "Actors", "Silo", "Gateway"];

    private readonly HashSet<string> _rooms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private Rooms() { }

    /// <summary>Rooms as <c>Rules.Units.State</c>; a project's own folder is <c>Silo</c>.</summary>
    public IReadOnlyCollection<string> All => _rooms;

    /// <summary>Arrows, each with the uses it stands for, such as <c>UnitFold → Duty</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Arrows => _arrows;

    public static Rooms Read()
    {
        var rooms = new Rooms();
        foreach (var project in Projects)
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"Supervision.{project}.dll"));
            foreach (var type in assembly.MainModule.Types.Where(type => IsOurs(type.Namespace) && !type.Name.StartsWith('<')))
            {
                rooms._rooms.Add(Room(type.Namespace));
                foreach (var used in UsesOf(type).Where(used => IsOurs(used.Namespace) && used.Namespace != type.Namespace))
                    rooms.Add(type, used);
            }
        }

        return rooms;
    }

    /// <summary>Groups of rooms that reach each other, each by name.</summary>
    public IEnumerable<string[]> Circles()
    {
        var left = new HashSet<string>(_rooms);
        while (left.Count > 0)
        {
            var room = left.First();
            string[] circle = [.. From(room).Where(other => other == room || From(other).Contains(room)).Order(StringComparer.Ordinal)];
            left.ExceptWith([room, .. circle]);
            if (circle.Length > 1)
                yield return circle;
        }
    }

    /// <summary>Everything a room reaches, itself included.</summary>
    private HashSet<string> From(string room)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { room };
        var waiting = new Stack<string>(reached);
        while (waiting.TryPop(out var next))
            foreach (var to in _arrows.Keys.Where(arrow => arrow.From == next).Select(arrow => arrow.To))
                if (reached.Add(to))
                    waiting.Push(to);
        return reached;
    }

    private void Add(TypeDefinition type, TypeReference used)
    {
        var arrow = (Room(type.Namespace), Room(used.Namespace));
        if (!_arrows.TryGetValue(arrow, out var uses))
            _arrows[arrow] = uses = new(StringComparer.Ordinal);
        uses.Add($"{type.Name} → {used.Name}");
    }

    private static bool IsOurs(string space) => space.StartsWith("Supervision.", StringComparison.Ordinal);

    private static string Room(string space) => space["Supervision.".Length..];

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<TypeReference> UsesOf(TypeDefinition type) => WithNested(type).SelectMany(Named).SelectMany(Outermost);

    /// <summary>A type as it is declared in a namespace: without its arguments, and the outermost of nested ones; its arguments besides.</summary>
    private static IEnumerable<TypeReference> Outermost(TypeReference? named)
    {
        switch (named)
        {
            case null or GenericParameter:
                yield break;
            case GenericInstanceType generic:
                foreach (var used in generic.GenericArguments.Prepend(generic.ElementType).SelectMany(Outermost))
                    yield return used;
                yield break;
            case TypeSpecification part:
                foreach (var used in Outermost(part.ElementType))
                    yield return used;
                yield break;
        }

        while (named.DeclaringType is { } outer)
            named = outer;
        yield return named;
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
        type
            .Interfaces.Select(implemented => implemented.InterfaceType)
            .Append(type.BaseType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Properties.Select(property => property.PropertyType))
            .Concat(type.Methods.SelectMany(Named))
            .Concat(
                new ICustomAttributeProvider[] { type }
                    .Concat(type.Fields)
                    .Concat(type.Properties)
                    .Concat(type.Methods)
                    .SelectMany(member => member.CustomAttributes)
                    .SelectMany(Named)
            );

    private static IEnumerable<TypeReference?> Named(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType);

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        foreach (var named in Signature(method))
            yield return named;
        if (!method.HasBody)
            yield break;
        foreach (var variable in method.Body.Variables)
            yield return variable.VariableType;
        foreach (var handler in method.Body.ExceptionHandlers)
            yield return handler.CatchType;
        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
            switch (operand)
            {
                case TypeReference type:
                    yield return type;
                    break;
                case FieldReference field:
                    yield return field.DeclaringType;
                    yield return field.FieldType;
                    break;
                case MethodReference called:
                    foreach (var named in Signature(called))
                        yield return named;
                    break;
            }
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method
            .Parameters.Select(parameter => parameter.ParameterType)
            .Concat((method as GenericInstanceMethod)?.GenericArguments ?? [])
            .Append(method.ReturnType)
            .Append(method.DeclaringType);
}

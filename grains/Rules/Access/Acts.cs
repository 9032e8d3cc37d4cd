using System.Reflection;

namespace Supervision.Rules.Access;

/// <summary>The lists of <see cref="May"/> by their names, for screens that offer only what their reader may. Each act is judged where it is asked for all the same.</summary>
public static class Acts
{
    /// <summary>Whom the lists are made of; nothing is asked under these names.</summary>
    private static readonly HashSet<string> Groups = [nameof(May.County), nameof(May.Above), nameof(May.Inspectors), nameof(May.Anybody)];

    private static readonly (string Name, RoleSet Roles)[] Lists =
    [
        .. typeof(May)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(RoleSet) && !Groups.Contains(field.Name))
            .Select(field => (field.Name, (RoleSet)field.GetValue(null)!)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Lists.Select(list => list.Name)];

    public static IReadOnlyList<string> Of(ActorRole role) => [.. Lists.Where(list => list.Roles.Has(role)).Select(list => list.Name)];
}

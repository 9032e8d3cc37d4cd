using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Supervision.Gateway.Requests;

/// <summary>
/// How a body is read: a member that nobody reads, or that stands twice, is refused; null only where null means something; what is
/// demanded must be there. The OpenAPI document says the same, because it is made from these same contracts.
/// </summary>
public static class BodyContract
{
    /// <summary>Members that a body must name, of types that also stand in events and can't carry the mark themselves.</summary>
    private static readonly Dictionary<Type, string[]> Demanded = new()
    {
        [typeof(MethodUse)] = [nameof(MethodUse.Method), nameof(MethodUse.Count)],
        [typeof(IssueRemark)] = [nameof(IssueRemark.Issue), nameof(IssueRemark.Finding), nameof(IssueRemark.Text)],
        [typeof(Finding)] = [nameof(Finding.Category), nameof(Finding.Description)],
        [typeof(Presence)] = [nameof(Presence.Latitude), nameof(Presence.Longitude), nameof(Presence.AccuracyMetres)],
        [typeof(FilledChecklist)] = [nameof(FilledChecklist.Id)],
        [typeof(ChecklistAnswer)] = [nameof(ChecklistAnswer.Item), nameof(ChecklistAnswer.Answer)],
        [typeof(Attachment)] = [nameof(Attachment.Kind), nameof(Attachment.Title)],
    };

    public static void Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Tighten);
    }

    private static void Tighten(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var never = new List<(string Name, Func<object, object?> Get)>();
        var demanded = Demanded.GetValueOrDefault(type.Type) ?? [];
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider is not PropertyInfo declared)
                continue;
            if (demanded.Contains(declared.Name))
                property.IsRequired = true;
            if (
                !declared.PropertyType.IsValueType
                && property.Get is { } get
                && new NullabilityInfoContext().Create(declared).ReadState == NullabilityState.NotNull
            )
                never.Add((property.Name, get));
        }

        if (never.Count == 0)
            return;
        // Not by the serializer's own option, which judges answers as well: a record from before a member was there is still shown.
        type.OnDeserialized += read =>
        {
            foreach (var (name, get) in never)
                if (get(read) is null)
                    throw new JsonException($"The member '{name}' doesn't allow null values.");
        };
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

/// <summary>The stable names of a family of events, as its JSON discriminators declare them.</summary>
public static class EventNames<TEvent>
    where TEvent : class
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(TEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    public static string Of(TEvent happened) => Of(happened.GetType());

    public static string Of(Type happened) => Names[happened];
}

namespace Supervision.Rules.Access;

/// <summary>A message that names who asks; whoever receives it compares that with the sealed actor of the call.</summary>
public interface ICarriesActor
{
    Actor Actor { get; }
}

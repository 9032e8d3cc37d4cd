namespace Supervision.Actors.Handling;

/// <summary>An actor whose county is a fact in its stream, not part of its key.</summary>
internal interface IOfCounty
{
    /// <summary>Null while it is not registered or appointed.</summary>
    string? OfCounty { get; }
}

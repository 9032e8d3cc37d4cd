using System.Text.Json.Nodes;

namespace Supervision.Gateway.Replies;

/// <summary>A header an operation reads, which its handler's parameters don't tell.</summary>
public sealed record TakesHeader(string Name);

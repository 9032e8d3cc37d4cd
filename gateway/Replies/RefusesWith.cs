using System.Text.Json.Nodes;

namespace Supervision.Gateway.Replies;

/// <summary>Statuses an operation refuses with besides those that follow from its kind.</summary>
public sealed record RefusesWith(params int[] Statuses);

namespace Supervision.Rules.Kernel;

/// <summary>What a person reads, in both languages; zh-CN is the official one.</summary>
[GenerateSerializer, Immutable, Alias("text")]
public sealed record Text(string Zh, string En);

namespace Supervision.Actors.Channels;

/// <summary>Carries one message to the other side, once.</summary>
public interface IChannelTransport
{
    /// <summary>Answers within <see cref="ChannelOptions.Timeout"/>; never throws for what the other side or the way to it did.</summary>
    Task<SendResult> Send(ChannelTarget target, ChannelMessage message, Guid delivery, CancellationToken cancellation);
}

/// <param name="Address">With its key; null for mail.</param>
/// <param name="Secret">Null when there is none.</param>
public sealed record ChannelTarget(string County, ChannelSettings Settings, string? Address, string? Secret)
{
    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"{Settings.Kind} of {County}";
}

public enum SendOutcome
{
    None = 0,

    /// <summary>The other side said that it took it.</summary>
    Delivered = 1,

    /// <summary>It was surely not taken.</summary>
    Refused = 2,

    /// <summary>It was sent and nobody knows.</summary>
    Unknown = 3,
}

/// <param name="Answer">What the other side said, or why it was not reached; without secrets.</param>
/// <param name="RetryAfter">How long it wants to be left alone; null when it did not say.</param>
public sealed record SendResult(SendOutcome Outcome, string Answer, TimeSpan? RetryAfter = null);

/// <summary>What the operator decides for all counties (<c>Supervision:Channels:…</c>).</summary>
public sealed class ChannelOptions
{
    /// <summary>Webhooks and mail may go to loopback and private addresses, and without TLS.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Private deployments of robots, e.g. <c>https://im.example.gov.cn</c>, separated by semicolons.</summary>
    public string RobotBases { get; set; } = "";

    /// <summary>How long an alert is tried before it is given up.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Rest after a first failure; doubles from there.</summary>
    public TimeSpan FirstRest { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long alerts of a kind wait for others of their kind.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>One attempt, from name lookup to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public IReadOnlyCollection<Uri> Bases =>
        [.. RobotBases.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(each => new Uri(each))];
}

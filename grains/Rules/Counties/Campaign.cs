namespace Supervision.Rules.Counties;

/// <summary>A year's campaign (专项督导, L43 L77, D-04).</summary>
/// <param name="First">Inclusive.</param>
/// <param name="Last">Inclusive.</param>
/// <param name="Running">The day asked about lies within.</param>
[GenerateSerializer, Immutable, Alias("campaign")]
public sealed record Campaign(DateOnly First, DateOnly Last, bool Running)
{
    /// <summary>This year's campaign; when it is over, it is still this year's.</summary>
    public static Campaign On(DateOnly today, Policy policy)
    {
        var window = policy.OfOffice.Campaign;
        var (first, last) = (window.From.In(today.Year), window.To.In(today.Year));
        return new(first, last, today >= first && today <= last);
    }
}

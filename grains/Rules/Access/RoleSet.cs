namespace Supervision.Rules.Access;

/// <summary>An allow-list of roles: one that is not named may not.</summary>
public readonly record struct RoleSet
{
    private readonly ulong _roles;

    private RoleSet(ulong roles) => _roles = roles;

    public static RoleSet Of(params ReadOnlySpan<ActorRole> roles)
    {
        ulong bits = 0;
        foreach (var role in roles)
            bits |= 1UL << (int)role;
        return new(bits);
    }

    public bool Has(ActorRole role) => role != ActorRole.None && (_roles & (1UL << (int)role)) != 0;

    public RoleSet Or(RoleSet other) => new(_roles | other._roles);

    public RoleSet Or(params ReadOnlySpan<ActorRole> roles) => Or(Of(roles));

    public override string ToString()
    {
        var set = this;
        return string.Join(", ", Enum.GetValues<ActorRole>().Where(role => set.Has(role)));
    }
}

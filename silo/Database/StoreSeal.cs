using Supervision.Contracts;

namespace Supervision.Silo.Database;

public static class StoreSeal
{
    /// <summary>Makes sure that a migrated store is sealed under this secret; several processes that start at once take turns.</summary>
    /// <exception cref="WrongSecretException">It was sealed under another one.</exception>
    public static void Claim(JournalOptions options, ClusterSecret secret)
    {
        using var held = Store.Of(options).Lock();
        OldRows.Prepare(options, new Seals(secret.Derive(Seals.Purpose)), TimeProvider.System.GetUtcNow());
    }
}

using Supervision.Contracts;

namespace Supervision.Silo;

/// <summary>
/// The way into a store. Everything that speaks against it is found before anything is made or changed: a start or a command that is
/// refused leaves folders, files and tables as they were.
/// </summary>
public sealed class StoreDoor
{
    private readonly bool _isNewSecret;
    private readonly StoreSettings _store;

    private StoreDoor(StoreSettings store, ClusterSecret secret, StoreLook look, bool isNewSecret) =>
        (_store, Secret, Mode, _isNewSecret) = (store, secret, look.Mode, isNewSecret);

    /// <summary>The store's; one just made is written down by <see cref="Open"/> and not before.</summary>
    public ClusterSecret Secret { get; }

    /// <summary>Name of the <see cref="StoreMode"/> the store was made in; null when it is empty.</summary>
    public string? Mode { get; }

    /// <summary>For a program that serves the store, as <paramref name="mode"/>.</summary>
    /// <param name="ownsFolder">False for a program that is one of several over one database.</param>
    /// <exception cref="InvalidOperationException">The secret is missing or unreadable, or the store is of the other mode.</exception>
    /// <exception cref="WrongSecretException">The store is sealed under another secret, or sealed and no secret is there.</exception>
    /// <exception cref="SchemaException">The store was made by a newer program, what made it was altered, or connections are not sessions.</exception>
    public static StoreDoor ToServe(StoreSettings store, StoreMode mode, bool ownsFolder)
    {
        var secret = Secrets.Find(store, ownsFolder);
        var look = Check(store, secret);
        if (look.Seal == StoreSealing.OursTampered)
            throw new WrongSecretException(
                $"The fact '{OldRows.CheckFact}', which says under which secret {Where(store)} is sealed, was changed or removed by somebody. Nothing was changed; look with verify, and restore a backup."
            );
        if (look.Mode is { } standing && standing != mode.ToString())
            throw new InvalidOperationException(
                $"The data in {Where(store)} was made in mode '{standing}'; it can't be opened as '{mode}'. Choose another data folder (Supervision__Data) or database. Nothing was changed."
            );
        SchemaCheck.Foresee(look, store.Journal);
        return new(store, secret ?? ClusterSecret.Create(), look, secret is null);
    }

    /// <summary>For a command over a store that has to be there already, beside the running program.</summary>
    /// <exception cref="InvalidOperationException">There is no store, or its secret is missing or unreadable.</exception>
    /// <exception cref="WrongSecretException">The store is sealed under another secret, or sealed and no secret is there.</exception>
    public static StoreDoor ForCommand(StoreSettings store)
    {
        var secret = Secrets.Find(store, ownsFolder: !store.IsClustered);
        var look = Check(store, secret);
        if (!look.Exists)
            throw new InvalidOperationException($"There is no data in {Where(store)}.");
        return new(
            store,
            secret
                ?? throw new InvalidOperationException(
                    $"There is no {Secrets.FileName} in {store.DataFolder}, and Supervision__Secret is not set."
                ),
            look,
            false
        );
    }

    /// <summary>The first change: writes a new secret down, brings the schema up to date and claims the store for the secret. Safe to repeat.</summary>
    /// <exception cref="SchemaException">The store can't be made what this program expects.</exception>
    /// <exception cref="WrongSecretException">Another process claimed the store in the meantime.</exception>
    public void Open()
    {
        if (_isNewSecret && !File.Exists(Path.Combine(_store.DataFolder, Secrets.FileName)))
            Secrets.Keep(_store, Secret);
        Migrations.Migrate(_store.Journal);
        SchemaCheck.Verify(_store.Journal);
        StoreSeal.Claim(_store.Journal, Secret);
    }

    private static StoreLook Check(StoreSettings store, ClusterSecret? secret)
    {
        SessionCheck.Demand(store.Journal); // a pooler that shares sessions must not be asked anything else
        var look = StoreLook.At(store.Journal, secret is null ? null : new Seals(secret.Derive(Seals.Purpose)));
        if (secret is null && look.Seal != StoreSealing.None)
            throw new WrongSecretException(
                $"The data in {Where(store)} is sealed, and its secret is missing: neither Supervision__Secret is set nor is there a {Path.Combine(store.DataFolder, Secrets.FileName)}. Put back the one it was sealed with; nothing was changed."
            );
        if (look.Seal == StoreSealing.Other)
            throw new WrongSecretException(
                $"The data in {Where(store)} is sealed under another secret than {(store.Secret is { Length: > 0 } ? "the one in Supervision__Secret" : Path.Combine(store.DataFolder, Secrets.FileName))}. Start with the one it was sealed with; nothing was changed."
            );
        return look;
    }

    private static string Where(StoreSettings store) => store.IsClustered ? "the database Supervision__Postgres names" : store.DataFolder;
}

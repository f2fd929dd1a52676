using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Secrets;

/// <summary>
/// Passwords that the box must be able to read, of SIP phones and trunks: sealed with a key that lies in a file of its own and is the
/// box's own, so that a copy of the database alone gives nothing away. Any thread; reads the disk, so not on the control loop
/// (<see cref="LiveSecrets"/> is for that).
/// </summary>
/// <remarks>
/// What is sealed with a lost key stays: it can be read again when its key file comes back. Nothing here puts a secret into a message, an
/// exception or a text.
/// </remarks>
public sealed class SecretStore
{
    /// <summary>Most characters of a secret.</summary>
    public const int Longest = 200;

    /// <summary>Fewest characters of a phone's secret: whoever guesses it calls at the site's cost.</summary>
    public const int ShortestOfPhone = 12;

    /// <summary>Characters of a secret that the box makes: 95 bits.</summary>
    public const int Made = 20;

    /// <summary>Characters of a secret in an address, which nobody types: 152 bits, for it alone opens what lies there.</summary>
    public const int MadeForAddress = 32;

    private const string Changes = "secrets.changes";

    // No vowels and no characters that look alike: read from a screen and typed into a telephone by hand.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly SecretKey? _key;

    private SecretStore(Database database, TimeProvider time, SecretKey? key, IReadOnlyList<string> notices)
    {
        (_database, _time, _key, Notices) = (database, time, key, notices);
    }

    /// <summary>What is wrong with the key, in words for the journal; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>
    /// Opens the secrets of a database, and makes the box's key at the first time. A key that is lost is made anew; what is lost with it
    /// stands in <see cref="Notices"/>.
    /// </summary>
    public static SecretStore Open(Database database, TimeProvider time)
    {
        var file = KeyFileOf(database, time);
        try
        {
            var (key, damaged) = file.Read();
            var store = new SecretStore(database, time, key ?? file.Make(), []);
            var what = damaged ? $"The key of the secrets was damaged and lies aside ({SecretKeyFile.Name}.damaged-…)."
                : key is null ? $"The key of the secrets ({SecretKeyFile.Name}) is gone."
                : "The key of the secrets is another one than before.";
            return store.WithNotice(what);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new SecretStore(
                database,
                time,
                null,
                [$"The key of the secrets cannot be used, so SIP phones and trunks cannot sign in: {failure.Message}"]);
        }
    }

    /// <summary>Opens the secrets only to read them: whatever is wrong with the key, its file is left as it is, and none is made.</summary>
    public static SecretStore OpenToRead(Database database, TimeProvider time) => new(database, time, KeyFileOf(database, time).Look(), []);

    /// <summary>A number that is another one after each change, also by another process.</summary>
    public long Version()
    {
        using var connection = _database.OpenReader();
        return connection.ExecuteScalar<long?>("select cast(value as integer) from facts where name = @Changes", new { Changes }) ?? 0;
    }

    /// <summary>A secret; null when there is none of that name, or it cannot be read.</summary>
    public string? Get(string name)
    {
        using var connection = _database.OpenReader();
        return connection.QuerySingleOrDefault<Row>($"{Row.SelectSealed} where name = @name", new { name }) is { } row ? Open(row) : null;
    }

    /// <summary>All secrets that can be read, by name.</summary>
    public IReadOnlyDictionary<string, string> GetAll()
    {
        using var connection = _database.OpenReader();
        return connection.Query<Row>(Row.SelectSealed)
            .Select(row => KeyValuePair.Create(row.Name, Open(row)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
    }

    /// <summary>What there is, by name.</summary>
    public IReadOnlyList<SecretEntry> List()
    {
        using var connection = _database.OpenReader();
        return
        [
            .. connection.Query<Row>($"{Row.SelectSealed} order by name")
                .Select(row => new SecretEntry(row.Name, Milliseconds.At(row.SetAt), Open(row) is not null)),
        ];
    }

    /// <summary>Keeps a secret; one of the same name is forgotten.</summary>
    public SecretOutcome Set(string name, string secret) =>
        !SecretNames.IsName(name) ? SecretOutcome.NameUnfit
        : secret.Length is 0 or > Longest || secret.Any(char.IsControl) ? SecretOutcome.Unfit
        : SecretNames.IsPhone(name) && secret.Length < ShortestOfPhone ? SecretOutcome.TooShort
        : Keep(name, secret);

    /// <summary>Keeps the key of a second factor, which the box has made.</summary>
    public SecretOutcome SetFactor(string id, string key) => Keep(SecretNames.Factor(id), key);

    /// <summary>Keeps a certificate with its key, which the box has made; one of the same name is forgotten.</summary>
    /// <param name="name">One of <see cref="SecretNames"/>.</param>
    /// <param name="pem">The certificate and its key as PEM.</param>
    public SecretOutcome SetCertificate(string name, string pem) => Keep(name, pem);

    /// <summary>The same, unless there is one of that name already, readable or not: then that one stays.</summary>
    public SecretOutcome AddCertificate(string name, string pem) => _key is not { } key
        ? SecretOutcome.NoKey
        : Change((connection, transaction) =>
        {
            Put(connection, transaction, key, name, pem, "do nothing");
            return SecretOutcome.Done;
        });

    /// <summary>True when there is a secret of that name, even if it cannot be read.</summary>
    public bool Has(string name)
    {
        using var connection = _database.OpenReader();
        return connection.ExecuteScalar<long>("select count(*) from secrets where name = @name", new { name }) > 0;
    }

    /// <summary>Keeps the secret of a webhook, which the box has made.</summary>
    public SecretOutcome SetWebhook(string id, string secret) => Keep(SecretNames.Webhook(id), secret);

    /// <summary>Makes a secret by chance, of characters that are easy to type. One of the same name is forgotten.</summary>
    /// <returns>The secret; null when it was not kept.</returns>
    public (SecretOutcome Outcome, string? Secret) Make(string name)
    {
        var isAddress = SecretNames.IsAddress(name);
        var secret = RandomNumberGenerator.GetString(Alphabet, isAddress ? MadeForAddress : Made);
        var outcome = isAddress ? Keep(name, secret) : Set(name, secret);
        return (outcome, outcome == SecretOutcome.Done ? secret : null);
    }

    /// <summary>Makes those secrets that are not there at all; one that cannot be read stays, for its key may come back.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The names of those that were made; empty when the disk does not take them.</returns>
    public IReadOnlyList<string> MakeMissing(IEnumerable<string> names)
    {
        var known = List().Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var wanted = names.Where(name => !known.Contains(name)).ToList();
        if (wanted.Count == 0 || _key is not { } key)
        {
            return [];
        }

        var made = new List<string>();
        var outcome = Change((connection, transaction) =>
        {
            made.AddRange(wanted.Where(name => Put(
                connection, transaction, key, name, RandomNumberGenerator.GetString(Alphabet, Made), "do nothing")));
            return SecretOutcome.Done;
        });
        return outcome == SecretOutcome.Done ? made : [];
    }

    /// <summary>Forgets a secret.</summary>
    public SecretOutcome Remove(string name) => Change((connection, transaction) =>
        connection.Execute("delete from secrets where name = @name", new { name }, transaction) == 1
            ? SecretOutcome.Done
            : SecretOutcome.NotFound);

    private static SecretKeyFile KeyFileOf(Database database, TimeProvider time) =>
        new(Path.Combine(Path.GetDirectoryName(database.File)!, SecretKeyFile.Name), time);

    // Without a secret that it sealed, a lost key is no loss.
    private SecretStore WithNotice(string what)
    {
        var lost = List().Where(entry => !entry.IsReadable).Select(entry => entry.Name).ToList();
        return lost.Count == 0
            ? this
            : new SecretStore(
                _database, _time, _key, [$"{what} These must be entered anew, or the old key put back: {string.Join(", ", lost)}."]);
    }

    private SecretOutcome Keep(string name, string secret) => _key is not { } key
        ? SecretOutcome.NoKey
        : Change((connection, transaction) =>
        {
            Put(connection, transaction, key, name, secret, "do update set sealed = @Sealed, key = @Key, set_at = @Now");
            return SecretOutcome.Done;
        });

    private bool Put(
        SqliteConnection connection, SqliteTransaction transaction, SecretKey key, string name, string secret, string ifThere) =>
        connection.Execute(
            $"insert into secrets (name, sealed, key, set_at) values (@Name, @Sealed, @Key, @Now) on conflict (name) {ifThere}",
            new { Name = name, Sealed = key.Seal(name, secret), Key = key.Id, Now = Milliseconds.Of(_time.GetUtcNow()) },
            transaction) == 1;

    private string? Open(Row row) => _key is { } key && key.Id == row.Key ? key.Open(row.Name, row.Sealed) : null;

    private SecretOutcome Change(Func<SqliteConnection, SqliteTransaction, SecretOutcome> work)
    {
        try
        {
            return _database.Write((connection, transaction) =>
            {
                connection.Execute(
                    """
                    insert into facts (name, value) values (@Changes, '1')
                    on conflict (name) do update set value = cast(cast(value as integer) + 1 as text)
                    """,
                    new { Changes },
                    transaction);
                return work(connection, transaction);
            });
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return SecretOutcome.NotStored;
        }
    }

    private sealed class Row
    {
        public const string SelectSealed = "select name, sealed, key, set_at as SetAt from secrets";

        public string Name { get; init; } = "";

        public byte[] Sealed { get; init; } = [];

        public string Key { get; init; } = "";

        public long SetAt { get; init; }
    }
}

using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Sip.Registration;

namespace Switchhook.Storage.Registrations;

/// <summary>
/// Keeps where phones are registered. Writes happen one after the other on a thread of their own; the newest of a number wins.
/// </summary>
/// <remarks>A registration that is lost (a kill, a full disk) comes again by itself, so nothing is repaired and nobody waits.</remarks>
public sealed class RegistrationStore(Database database) : IBindingStore, IDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<StoredBinding>> _waiting = new(StringComparer.Ordinal);
    private Task _writing = Task.CompletedTask;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<StoredBinding>> Load()
    {
        using var connection = database.OpenReader();
        return connection.Query<(string Number, string Devices)>("select number, devices from registrations")
            .Select(row => (row.Number, Devices: Read(row.Devices)))
            .ToDictionary(row => row.Number, row => row.Devices, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Save(string number, IReadOnlyList<StoredBinding> bindings)
    {
        lock (_gate)
        {
            _waiting[number] = bindings;
            if (_writing.IsCompleted)
            {
                _writing = Task.Run(WriteWaiting);
            }
        }
    }

    /// <summary>Waits a moment for what is still to be written.</summary>
    public void Dispose()
    {
        Task writing;
        lock (_gate)
        {
            writing = _writing;
        }

        ((IAsyncResult)writing).AsyncWaitHandle.WaitOne(StopLimit);
    }

    private static IReadOnlyList<StoredBinding> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RegistrationJson.Default.IReadOnlyListStoredBinding) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void WriteWaiting()
    {
        while (Take() is { Count: > 0 } rows)
        {
            try
            {
                database.Write((connection, transaction) => Write(connection, transaction, rows));
            }
            catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
            {
                // The phones register again by themselves.
            }
        }
    }

    private static int Write(SqliteConnection connection, SqliteTransaction transaction, List<(string Number, string Devices)> rows) =>
        connection.Execute(
            """
            insert into registrations (number, devices) values (@Number, @Devices)
            on conflict (number) do update set devices = excluded.devices
            """,
            rows.Select(row => new { row.Number, row.Devices }),
            transaction);

    private List<(string Number, string Devices)> Take()
    {
        lock (_gate)
        {
            var rows = _waiting
                .Select(entry => (entry.Key, JsonSerializer.Serialize(entry.Value, RegistrationJson.Default.IReadOnlyListStoredBinding)))
                .ToList();
            _waiting.Clear();
            if (rows.Count == 0)
            {
                _writing = Task.CompletedTask;
            }

            return rows;
        }
    }
}

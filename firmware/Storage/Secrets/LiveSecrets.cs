using System.Collections.Frozen;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Secrets;

/// <summary>
/// The secrets in memory, for the control loop: a look-up touches no disk, and what a command beside the box changes is known two seconds
/// later.
/// </summary>
public sealed class LiveSecrets : IDisposable
{
    /// <summary>How often it looks for changes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly SecretStore _store;
    private readonly ITimer _timer;
    private readonly Lock _reading = new();
    private volatile FrozenDictionary<string, string> _secrets = FrozenDictionary<string, string>.Empty;
    private long _version = -1;

    /// <summary>Reads all, and looks for changes from now on.</summary>
    public LiveSecrets(SecretStore store, TimeProvider time)
    {
        _store = store;
        Refresh();
        _timer = time.CreateTimer(_ => Refresh(), null, Interval, Interval);
    }

    /// <summary>The secrets of these names are other ones now, new or gone. Comes on the timer's thread.</summary>
    public event Action<IReadOnlyList<string>>? Changed;

    /// <summary>A secret; null when there is none that can be read. Any thread.</summary>
    /// <param name="name">Its name (<see cref="SecretNames"/>).</param>
    public string? Get(string name) => _secrets.GetValueOrDefault(name);

    /// <summary>Looks for changes now; a disk that cannot be read changes nothing.</summary>
    public void Refresh()
    {
        IReadOnlyList<string> changed;
        lock (_reading)
        {
            try
            {
                changed = Read();
            }
            catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
            {
                return;
            }
        }

        if (changed.Count > 0)
        {
            Changed?.Invoke(changed);
        }
    }

    /// <summary>Looks no more.</summary>
    public void Dispose() => _timer.Dispose();

    // The number first: a change in between is read twice rather than never.
    private IReadOnlyList<string> Read()
    {
        var version = _store.Version();
        if (version == _version)
        {
            return [];
        }

        var (before, after) = (_secrets, _store.GetAll().ToFrozenDictionary(StringComparer.Ordinal));
        (_version, _secrets) = (version, after);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
    }
}

using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage;
using Switchhook.Storage.History;
using Switchhook.Storage.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

/// <summary>A data folder with a database and a store without a thread; it can be killed and started again.</summary>
internal sealed class StoreBox : IDisposable
{
    public static readonly JournalStoreOptions NoReserve = new() { ReserveBytes = 0 };

    private readonly TempFolder _folder = new();
    private readonly JournalStoreOptions _options;

    public StoreBox(JournalStoreOptions? options = null)
    {
        _options = options ?? NoReserve;
        Database = Database.Open(_folder.Path, Time);
        Store = new JournalStore(Database, Time, _options);
        Journal = new CallJournal(Time, Store, Board);
    }

    public ManualTimeProvider Time { get; } = new();

    public LiveBoard Board { get; } = new();

    public string Folder => _folder.Path;

    public Database Database { get; private set; }

    public JournalStore Store { get; private set; }

    public CallJournal Journal { get; private set; }

    public CallReader Calls => new(Database);

    public IReadOnlyList<JournalEvent> Events => new JournalReader(Database).After(0, JournalReader.Most);

    /// <summary>Stops in order and starts again on the same files.</summary>
    public RecoveryReport Restart(Func<string, TimeSpan?>? soundOf = null)
    {
        Store.Dispose();
        Database.Dispose();
        return Start(Database.Open(_folder.Path, Time), soundOf);
    }

    /// <summary>The files as they lie on disk in this moment, in another folder, as after a kill.</summary>
    public TempFolder CopyAsKilled() => CopyAsKilled(_folder.Path);

    /// <summary>The same of any data folder.</summary>
    public static TempFolder CopyAsKilled(string folder)
    {
        var copy = new TempFolder();
        foreach (var file in Directory.GetFiles(folder, "switchhook.db*"))
        {
            File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose()
    {
        Store.Dispose();
        Database.Dispose();
        _folder.Dispose();
    }

    private RecoveryReport Start(Database database, Func<string, TimeSpan?>? soundOf)
    {
        Database = database;
        var report = new Recovery(database, Time, TimeZoneInfo.Utc, soundOf ?? (_ => null)).Run();
        Store = new JournalStore(database, Time, _options);
        Journal = new CallJournal(Time, Store, new LiveBoard());
        return report;
    }
}

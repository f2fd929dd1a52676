using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Backup;
using Switchhook.Storage.History;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Backup;

public sealed class BackupTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly StoreBox _box = new();
    private readonly TempFolder _out = new();

    public BackupTests()
    {
        var call = new CallId("20261123-080000-aaaaaa");
        _box.Journal.Append(
            new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), "+13125550142", "Ann Clark", "Caller ID.", null));
        _box.Journal.Append(new CallEnded(call, Cause.FarEnd));
        Assert.True(_box.Store.WritePending());
        new SiteVersions(_box.Database, _box.Time).Add("name: here\n", "a test", "first");
        new AccountStore(_box.Database, _box.Time, iterations: 1).Create("ana", "a long password");
        new SessionStore(_box.Database, _box.Time).Begin("ana", "Firefox");
        SecretStore.Open(_box.Database, _box.Time).Set("trunk/voip", "the provider's word");
        Put("prompts/welcome.en.wav", new string('w', 300_000));
        Put("recordings/2026/11/23/20261123-080000-rrrrrr.wav", "sound of a call");
        Put("logs/switchhook.log", "not in it");
    }

    private string File => _out.File("box.backup");

    public void Dispose()
    {
        _box.Dispose();
        _out.Dispose();
    }

    [Fact]
    public void What_is_restored_is_what_was_there()
    {
        var made = Make(recordings: true);
        var folder = _out.File("restored");

        var restored = BackupReader.Restore(File, Passphrase, folder, CancellationToken.None);

        Assert.Equal(made.Files, restored.Files);
        Assert.Equal(new string('w', 300_000), System.IO.File.ReadAllText(Path.Combine(folder, "prompts/welcome.en.wav")));
        Assert.Equal(
            "sound of a call", System.IO.File.ReadAllText(Path.Combine(folder, "recordings/2026/11/23/20261123-080000-rrrrrr.wav")));
        Assert.Equal("name: here\n", System.IO.File.ReadAllText(Path.Combine(folder, "site.yaml")));
        Assert.False(Directory.Exists(Path.Combine(folder, "logs")));
        Assert.False(Directory.Exists(Path.Combine(folder, ".restoring")));
        using var database = Database.Open(folder, _box.Time);
        Assert.Empty(database.Notices);
        Assert.Equal(_box.Events, new JournalReader(database).After(0, 100));
        Assert.Equal("Ann Clark", new CallReader(database).Find(new CallId("20261123-080000-aaaaaa"))!.CallerName);
        Assert.Equal("the provider's word", SecretStore.Open(database, _box.Time).Get("trunk/voip"));
        Assert.Equal("name: here\n", new SiteVersions(database, _box.Time).Latest()!.Yaml);
        using var reader = database.OpenReader();
        Assert.Equal(1, reader.ExecuteScalar<int>("select count(*) from accounts"));
        Assert.Equal(0, reader.ExecuteScalar<int>("select count(*) from sessions"));
    }

    [Fact]
    public void Recordings_stay_out_unless_they_are_wanted_and_nothing_readable_is_in_the_file()
    {
        var made = Make();

        Assert.DoesNotContain(made.Files, file => file.Path.StartsWith("recordings/", StringComparison.Ordinal));
        Assert.Contains(made.Files, file => file.Path == "secret.key");
        var text = System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(File));
        Assert.DoesNotContain("Ann Clark", text, StringComparison.Ordinal);
        Assert.DoesNotContain("switchhook.db", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_box.Folder, "backup-copy*"));
    }

    [Fact]
    public void It_is_consistent_while_the_box_writes()
    {
        using var stop = new CancellationTokenSource();
        var writer = new Thread(() =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                _box.Journal.Append(new StepTaken(new CallId("20261123-080000-bbbbbb"), "say", $"Step {number}."));
                _box.Store.WritePending();
            }
        });
        writer.Start();
        try
        {
            Make();
        }
        finally
        {
            stop.Cancel();
            writer.Join();
        }

        BackupReader.Restore(File, Passphrase, _out.File("restored"), CancellationToken.None);
        using var database = Database.Open(_out.File("restored"), _box.Time);
        using var reader = database.OpenReader();
        Assert.Equal("ok", reader.ExecuteScalar<string>("pragma integrity_check"));
        var events = new JournalReader(database).After(0, JournalReader.Most);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(number => (long)number), events.Select(one => one.Seq));
    }

    [Fact]
    public void A_wrong_passphrase_is_told_as_such()
    {
        Make();

        var fault = Assert.Throws<BackupException>(() => BackupReader.Verify(File, "another passphrase", CancellationToken.None));

        Assert.Contains("The passphrase is not the one", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9999)]
    public void A_bit_that_fell_over_is_found_with_its_place_and_nothing_is_restored(double place)
    {
        Make();
        var bytes = System.IO.File.ReadAllBytes(File);
        var at = (int)(bytes.Length * place);
        bytes[at] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        var fault = Assert.Throws<BackupException>(() => BackupReader.Restore(File, Passphrase, _out.File("new"), CancellationToken.None));

        Assert.Matches("damaged in the piece that begins at byte [0-9]+|ends before its end", fault.Message);
        Assert.False(Directory.Exists(_out.File("new")));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(44)]
    [InlineData(45)]
    [InlineData(100)]
    [InlineData(70_000)]
    [InlineData(-1)]
    public void A_file_that_was_cut_off_never_looks_whole(int length)
    {
        Make();
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..(length < 0 ? bytes.Length + length : length)]);

        Assert.Throws<BackupException>(() => BackupReader.Verify(File, Passphrase, CancellationToken.None));
    }

    [Fact]
    public void Whole_pieces_that_are_missing_at_the_end_or_too_many_are_found_too()
    {
        Make();
        var bytes = System.IO.File.ReadAllBytes(File);
        const int Piece = 4 + 65_536 + 16;
        System.IO.File.WriteAllBytes(File, bytes[..(44 + (2 * Piece))]);
        var cut = Assert.Throws<BackupException>(() => BackupReader.Verify(File, Passphrase, CancellationToken.None));
        System.IO.File.WriteAllBytes(File, [.. bytes, 0]);
        var longer = Assert.Throws<BackupException>(() => BackupReader.Verify(File, Passphrase, CancellationToken.None));

        Assert.Contains("not copied whole", cut.Message, StringComparison.Ordinal);
        Assert.Contains("goes on behind its end", longer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_goes_into_an_empty_folder_only_and_takes_away_what_an_earlier_try_left()
    {
        Make();
        Directory.CreateDirectory(_out.File("full"));
        System.IO.File.WriteAllText(_out.File("full/mine.txt"), "mine");
        Directory.CreateDirectory(_out.File("empty/.restoring"));
        System.IO.File.WriteAllText(_out.File("empty/.restoring/switchhook.db"), "half");

        var fault = Assert.Throws<BackupException>(() => BackupReader.Restore(File, Passphrase, _out.File("full"), CancellationToken.None));
        BackupReader.Restore(File, Passphrase, _out.File("empty"), CancellationToken.None);

        Assert.Contains("is not empty", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", System.IO.File.ReadAllText(_out.File("full/mine.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_out.File("full")));
        Assert.True(System.IO.File.Exists(_out.File("empty/switchhook.db")));
        Assert.False(Directory.Exists(_out.File("empty/.restoring")));
    }

    [Fact]
    public void The_disk_of_the_data_folder_stays_where_it_is()
    {
        // A mount point can be neither removed nor replaced; a new file system has a folder of its own.
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        Make();
        Directory.CreateDirectory(_out.File("disk/lost+found"));
        System.IO.File.SetUnixFileMode(_out.File("disk"), Mode);

        BackupReader.Restore(File, Passphrase, _out.File("disk"), CancellationToken.None);

        Assert.Equal(Mode, System.IO.File.GetUnixFileMode(_out.File("disk")));
        Assert.True(System.IO.File.Exists(_out.File("disk/switchhook.db")));
        Assert.True(Directory.Exists(_out.File("disk/lost+found")));
    }

    [Fact]
    public void A_newer_schema_is_refused_in_words()
    {
        using (var connection = new SqliteConnection($"Data Source={_box.Database.File}"))
        {
            connection.Open();
            connection.Execute("insert into schema_version (version, name, applied_at) values (9999, 'later', 0)");
        }

        Make();

        var fault = Assert.Throws<BackupException>(() => BackupReader.Restore(File, Passphrase, _out.File("new"), CancellationToken.None));
        Assert.Contains("newer version of Switchhook (1.2.3, schema 9999", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_out.File("new")));
    }

    [Fact]
    public void A_disk_that_is_full_or_somebody_who_goes_away_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            BackupWriter.WriteFile(_box.Database, File, Passphrase, About(false), gone.Token));
        Assert.Throws<IOException>(() =>
            BackupWriter.Write(_box.Database, new FullDisk(100_000), Passphrase, About(false), CancellationToken.None));
        var missing = Assert.Throws<BackupException>(() =>
            BackupWriter.WriteFile(_box.Database, _out.File("no/such/folder"), Passphrase, About(false), CancellationToken.None));

        Assert.Contains("could not be written", missing.Message, StringComparison.Ordinal);
        Assert.Contains($"Make the folder {_out.File("no/such")} first", missing.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_out.Path));
        Assert.Empty(Directory.GetFileSystemEntries(_box.Folder, "backup-copy*"));
    }

    [Fact]
    public void A_backup_is_never_written_over()
    {
        System.IO.File.WriteAllText(File, "an older one");

        Assert.Throws<BackupException>(() => Make());
        Assert.Equal("an older one", System.IO.File.ReadAllText(File));
    }

    private static BackupAbout About(bool recordings) => new("1.2.3", 0, DateTimeOffset.UnixEpoch, recordings);

    private BackupManifest Make(bool recordings = false) =>
        BackupWriter.WriteFile(_box.Database, File, Passphrase, About(recordings), CancellationToken.None);

    private void Put(string path, string text)
    {
        var file = Path.Combine(_box.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room)
            {
                throw new IOException("No space left on device.");
            }

            base.Write(buffer);
        }
    }
}

using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.Backup;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Storage.Backup;

/// <summary>What is taken into a backup, and what is told when it cannot be.</summary>
public sealed class BackupSourceTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private const string Files = """
        music:
          calm: {files: [music/one.wav]}
        hold-music: calm
        tables:
          customers: {file: tables/customers.csv, key: number, values: [name]}
        sip:
          tls: {certificate: certs/box.pem, key: certs/box.key}

        """;

    private static readonly string[] Named =
        ["greeting.wav", "music/one.wav", "tables/customers.csv", "certs/box.pem", "certs/box.key"];

    private readonly StoreBox _box = new();
    private readonly TempFolder _out = new();

    public BackupSourceTests() => SecretStore.Open(_box.Database, _box.Time).Set("trunk/voip", "the provider's word");

    private static string Site => SiteTexts.Clinic.Replace("prompts/welcome.wav", "greeting.wav", StringComparison.Ordinal) + Files;

    private string Backup => _out.File("box.backup");

    public void Dispose()
    {
        _box.Dispose();
        _out.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_files_that_the_site_names_lie_beside_it_afterwards_and_it_is_read_again(bool elsewhere)
    {
        UseSite(Site);
        var folder = elsewhere ? _out.File("etc") : _box.Folder;
        Array.ForEach(Named, name => Put(folder, name));

        var made = Make(siteFolder: elsewhere ? folder : null);
        BackupReader.Restore(Backup, Passphrase, _out.File("new"), CancellationToken.None);
        var read = SiteReader.ReadFile(_out.File("new/site.yaml"));

        Assert.Empty(made.Gone);
        Assert.True(read.Model is not null, SiteReport.Render(read, "site.yaml"));
        Assert.All(Named, name => Assert.Equal(name, File.ReadAllText(_out.File($"new/{name}"))));
    }

    [Fact]
    public void A_file_of_the_site_that_is_not_there_is_told_and_one_from_outside_too()
    {
        UseSite(Site.Replace("certs/box.pem", "/nowhere/box.pem", StringComparison.Ordinal));
        Array.ForEach(Named, name => Put(_box.Folder, name));

        var made = Make();
        File.Delete(Path.Combine(_box.Folder, "greeting.wav"));
        File.Delete(Backup);
        var fault = Assert.Throws<BackupException>(() => Make());

        Assert.Equal(["/nowhere/box.pem"], made.Gone);
        Assert.Contains($"The site names the file greeting.wav, which is not in {_box.Folder}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--site", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_for_one_place_are_told()
    {
        UseSite(SiteTexts.Clinic);
        Put(_box.Folder, "prompts/welcome.wav");
        Put(_out.File("etc"), "prompts/welcome.wav");

        var fault = Assert.Throws<BackupException>(() => Make(siteFolder: _out.File("etc")));

        Assert.Contains("would both be restored as prompts/welcome.wav", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_letter_may_stand_in_a_name_and_what_may_not_is_told()
    {
        UseSite("name: here\n");
        Put(_box.Folder, "prompts/\U0001F600 \U00020BB7.wav");

        Make();
        BackupReader.Restore(Backup, Passphrase, _out.File("new"), CancellationToken.None);
        Put(_box.Folder, "prompts/two\nlines.wav");
        File.Delete(Backup);
        var fault = Assert.Throws<BackupException>(() => Make());

        Assert.True(File.Exists(_out.File("new/prompts/\U0001F600 \U00020BB7.wav")));
        Assert.Contains("No backup takes the file prompts/two?lines.wav", fault.Message, StringComparison.Ordinal);
        Assert.False(BackupManifest.IsPath("prompts/welcome.wav\n"));
    }

    [Fact]
    public void Two_at_a_time_do_not_disturb_each_other_and_what_a_dead_one_left_goes()
    {
        UseSite("name: here\n");
        Put(_box.Folder, "backup-copy-1-1/switchhook.db");

        using (var first = BackupSource.Take(_box.Database, null, recordings: false))
        {
            BackupSource.Take(_box.Database, null, recordings: false).Dispose();

            Assert.All(first.Files, file => Assert.True(File.Exists(file.File), file.Path));
            Assert.Single(Directory.GetDirectories(_box.Folder, "backup-copy*"));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_box.Folder, "backup-copy*"));
    }

    [Fact]
    public void No_backup_is_whole_without_the_site()
    {
        var never = Assert.Throws<BackupException>(() => Make());
        UseSite("name: here\n");
        using var to = new Hook(() => File.Delete(
            Directory.GetFiles(_box.Folder, "site.yaml", SearchOption.AllDirectories).Single()));
        var vanished = Assert.Throws<BackupException>(() =>
            BackupWriter.Write(_box.Database, to, Passphrase, About, CancellationToken.None));

        Assert.Contains("no box was ever started on it", never.Message, StringComparison.Ordinal);
        Assert.Matches("The file .*site.yaml vanished", vanished.Message);
    }

    [Fact]
    public void The_sound_of_messages_that_wait_in_queues_is_in_it_without_other_recordings()
    {
        UseSite("name: here\n");
        var (waits, heard) = (Owed("waits"), Owed("heard"));
        _box.Journal.Append(waits);
        _box.Journal.Append(heard);
        _box.Journal.Append(new MessageEnded(heard.Call, heard.Visit, heard.Ticket, IsHeard: true, IsReached: false, "Heard."));
        Assert.True(_box.Store.WritePending());
        Put(_box.Folder, "recordings/0000/00/00/waits.wav");
        Put(_box.Folder, "recordings/0000/00/00/heard.wav");

        var made = Make();

        var recording = Assert.Single(made.Files, file => file.Path.StartsWith("recordings/", StringComparison.Ordinal));
        Assert.Equal("recordings/0000/00/00/waits.wav", recording.Path);
    }

    [Fact]
    public void Each_cause_has_its_cure()
    {
        UseSite("name: here\n");
        Put(_box.Folder, "prompts/held.wav");
        using var held = new FileStream(
            Path.Combine(_box.Folder, "prompts/held.wav"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var fault = Assert.Throws<BackupException>(() => Make());

        Assert.Matches("The file .*held.wav cannot be read", fault.Message);
        Assert.StartsWith("Free some space", DiskTrouble.Cure(new IOException("full", 28), "/a"), StringComparison.Ordinal);
        Assert.StartsWith("Let your user write", DiskTrouble.Cure(new UnauthorizedAccessException(), "/a"), StringComparison.Ordinal);
        Assert.StartsWith("Make the folder", DiskTrouble.Cure(new DirectoryNotFoundException(), "/a"), StringComparison.Ordinal);
        Assert.StartsWith("Look whether the disk", DiskTrouble.Cure(new IOException("odd", 5), "/a"), StringComparison.Ordinal);
        Assert.Contains("control characters", BackupWriter.Unfit("a long\tpassphrase"), StringComparison.Ordinal);
        Assert.Contains("12 to 200", BackupWriter.Unfit("short"), StringComparison.Ordinal);
    }

    private static BackupAbout About => new("1.2.3", 0, DateTimeOffset.UnixEpoch, WithRecordings: false);

    private static void Put(string folder, string path)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, path);
    }

    private MessageOwed Owed(string recording)
    {
        var (call, now) = (new CallId($"call-{recording}"), _box.Time.GetUtcNow());
        return new MessageOwed(
            call, $"{call}-1", $"{call}-2", "desk", recording, TimeSpan.FromSeconds(9), null, now, TimeSpan.Zero, [], now.AddDays(7));
    }

    private void UseSite(string yaml) => new SiteVersions(_box.Database, _box.Time).Add(yaml, "a test", "first");

    private BackupManifest Make(string? siteFolder = null) =>
        BackupWriter.WriteFile(_box.Database, Backup, Passphrase, About, CancellationToken.None, siteFolder);

    // Does something when the first bytes come.
    private sealed class Hook(Action work) : MemoryStream
    {
        private bool _isDone;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!_isDone)
            {
                _isDone = true;
                work();
            }

            base.Write(buffer);
        }
    }
}

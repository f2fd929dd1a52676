using Dapper;
using Switchhook.Calls.Journal;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Journal;
using Switchhook.Storage.Migrations;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

public sealed class DatabaseTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void The_settings_that_keep_records_safe_are_in_force()
    {
        using var folder = new TempFolder();
        using var database = Database.Open(folder.Path, _time);
        string Pragma(string name) => database.Write((connection, _) => connection.ExecuteScalar<string>($"pragma {name};")!);
        Assert.Equal("wal", Pragma("journal_mode"));
        Assert.Equal("2", Pragma("synchronous"));
        Assert.Equal("1", Pragma("foreign_keys"));
        Assert.Equal("2", Pragma("auto_vacuum"));
        Assert.Equal("16777216", Pragma("journal_size_limit"));
        Assert.Empty(database.Notices);
    }

    [Fact]
    public void Migrations_are_numbered_from_1_without_a_gap_and_run_once()
    {
        using var folder = new TempFolder();
        Database.Open(folder.Path, _time).Dispose();
        _time.Advance(TimeSpan.FromDays(1));
        using var database = Database.Open(folder.Path, _time);
        using var connection = database.OpenReader();
        var steps = connection.Query<(long Version, long At)>("select version, applied_at from schema_version order by version").ToList();
        Assert.Equal(Enumerable.Range(1, Migrator.Newest), steps.Select(step => (int)step.Version));
        Assert.All(steps, step => Assert.True(step.At < _time.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds()));
    }

    [Fact]
    public void A_newer_schema_is_refused_in_words_and_left_alone()
    {
        using var folder = new TempFolder();
        using (var database = Database.Open(folder.Path, _time))
        {
            database.Write((connection, _) => connection.Execute("insert into schema_version values (99, 'from the future', 0)"));
        }

        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(folder.Path, _time));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("schema 99", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*damaged*"));
    }

    [Fact]
    public void A_second_owner_of_the_folder_is_refused_and_a_visitor_is_not()
    {
        using var folder = new TempFolder();
        using var database = Database.Open(folder.Path, _time);
        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(folder.Path, _time));
        Assert.Contains("Another Switchhook runs", refusal.Message, StringComparison.Ordinal);
        using var visitor = Database.Open(folder.Path, _time, DatabaseUse.Visitor);
        Assert.NotNull(new TokenStore(visitor, _time).Create("backup", "installer"));
        Assert.Single(new TokenStore(database, _time).List());
    }

    [Fact]
    public void A_file_that_is_no_database_is_moved_aside_and_told()
    {
        using var folder = new TempFolder();
        var file = folder.File("switchhook.db");
        File.WriteAllText(file, new string('x', 50_000));
        using var database = Database.Open(folder.Path, _time);
        Assert.Contains("damaged", Assert.Single(database.Notices), StringComparison.Ordinal);
        Assert.Equal(50_000, new FileInfo(file + ".damaged-20261123-080000000").Length);
        Assert.Equal(AccountOutcome.Done, new AccountStore(database, _time, 1).Create("Ada", "long enough"));
    }

    [Fact]
    public void From_a_damaged_file_accounts_site_files_and_the_number_of_the_journal_are_saved()
    {
        using var folder = new TempFolder();
        using (var database = Database.Open(folder.Path, _time))
        {
            new AccountStore(database, _time, 1).Create("Ada", "long enough");
            new SiteVersions(database, _time).Add("name: Bakery", "Ada", "first");
            using var store = new JournalStore(database, _time, StoreBox.NoReserve);
            for (var i = 1; i <= 2000; i++)
            {
                store.Write(new JournalEvent(i, _time.GetUtcNow(), new FaultSeen("x", new string('y', 200))));
            }
        }

        Damage(folder.File("switchhook.db"));
        using var fresh = Database.Open(folder.Path, _time);
        Assert.Contains("accounts 1", Assert.Single(fresh.Notices), StringComparison.Ordinal);
        Assert.NotNull(new AccountStore(fresh, _time, 1).Verify("ada", "long enough"));
        Assert.Equal("name: Bakery", new SiteVersions(fresh, _time).Latest()!.Yaml);
        using var next = new JournalStore(fresh, _time, StoreBox.NoReserve);
        Assert.Equal(2000, next.LastSeq);
    }

    [Fact]
    public void A_disk_that_damages_the_file_again_and_again_is_not_filled_with_copies()
    {
        using var folder = new TempFolder();
        for (var i = 0; i < 6; i++)
        {
            File.WriteAllText(folder.File("switchhook.db"), $"damaged {i} {new string('x', 5000)}");
            _time.Advance(TimeSpan.FromMinutes(1));
            Database.Open(folder.Path, _time).Dispose();
        }

        Assert.Equal(3, Directory.GetFiles(folder.Path, "*damaged*").Length);
    }

    [Fact]
    public void A_visitor_leaves_a_damaged_file_where_it_is()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("switchhook.db"), new string('x', 50_000));
        Assert.Throws<DatabaseException>(() => Database.Open(folder.Path, _time, DatabaseUse.Visitor));
        Assert.Empty(Directory.GetFiles(folder.Path, "*damaged*"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_in_words()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("in-the-way"), "");
        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(folder.File("in-the-way/data"), _time));
        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    // The middle of the file, which holds the journal; the small tables at its beginning stay whole.
    private static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = stream.Length / 2;
        stream.Write(new byte[40_000]);
    }
}

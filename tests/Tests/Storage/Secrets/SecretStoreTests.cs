using System.Text;
using Dapper;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Secrets;

public sealed class SecretStoreTests : IDisposable
{
    private const string Password = "pass word=\"süß\"";

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private Database _database;
    private SecretStore _secrets;

    public SecretStoreTests()
    {
        _database = Database.Open(_folder.Path, _time);
        _secrets = SecretStore.Open(_database, _time);
    }

    private string KeyFile => _folder.File("secret.key");

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_secret_comes_back_as_it_was_set_also_after_a_restart()
    {
        Assert.Equal(SecretOutcome.Done, _secrets.Set("trunk/voip", Password));
        Assert.Equal(Password, _secrets.Get("trunk/voip"));
        Assert.Null(_secrets.Get("trunk/other"));

        Restart();

        Assert.Empty(_secrets.Notices);
        Assert.Equal(Password, _secrets.Get("trunk/voip"));
    }

    [Fact]
    public void A_secret_that_is_set_again_replaces_the_one_before()
    {
        _secrets.Set("trunk/voip", "first");
        _time.Advance(TimeSpan.FromDays(1));
        _secrets.Set("trunk/voip", "second");

        Assert.Equal("second", _secrets.Get("trunk/voip"));
        Assert.Equal(new SecretEntry("trunk/voip", _time.GetUtcNow(), IsReadable: true), Assert.Single(_secrets.List()));
    }

    [Fact]
    public void The_secret_in_an_address_is_longer_and_nobody_can_enter_one()
    {
        var name = SecretNames.Address("105");

        Assert.Equal(SecretOutcome.NameUnfit, _secrets.Set(name, Password));
        var (outcome, secret) = _secrets.Make(name);

        Assert.Equal(SecretOutcome.Done, outcome);
        Assert.Equal(SecretStore.MadeForAddress, secret!.Length);
        Assert.Equal(secret, _secrets.Get(name));
        Assert.NotEqual(secret, _secrets.Make(name).Secret);
        Assert.Equal("105", SecretNames.NumberOf(name));
    }

    [Fact]
    public void A_secret_that_was_removed_is_gone()
    {
        _secrets.Set("trunk/voip", Password);
        Assert.Equal(SecretOutcome.Done, _secrets.Remove("trunk/voip"));
        Assert.Equal(SecretOutcome.NotFound, _secrets.Remove("trunk/voip"));
        Assert.Null(_secrets.Get("trunk/voip"));
    }

    [Fact]
    public void What_the_box_makes_is_long_easy_to_type_and_never_the_same()
    {
        var made = Enumerable.Range(100, 200).Select(number => _secrets.Make($"phone/{number}").Secret!).ToList();
        Assert.All(made, secret => Assert.Matches("^[2-9b-df-hj-km-np-tv-xz]{20}$", secret));
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.Equal(made[0], _secrets.Get("phone/100"));
    }

    [Fact]
    public void Only_missing_secrets_are_made()
    {
        _secrets.Set("phone/101", "one of our own choice");
        Assert.Equal(["phone/102", "phone/103"], _secrets.MakeMissing(["phone/101", "phone/102", "phone/103"]));
        Assert.Equal("one of our own choice", _secrets.Get("phone/101"));
        Assert.Equal(SecretStore.Made, _secrets.Get("phone/102")!.Length);
        Assert.Empty(_secrets.MakeMissing(["phone/101", "phone/102", "phone/103"]));
    }

    [Theory]
    [InlineData("phone/1", "long enough to be one", SecretOutcome.NameUnfit)]
    [InlineData("phone/abc", "long enough to be one", SecretOutcome.NameUnfit)]
    [InlineData("phone/105\n", "long enough to be one", SecretOutcome.NameUnfit)]
    [InlineData("trunk/", "x", SecretOutcome.NameUnfit)]
    [InlineData("mail/x", "x", SecretOutcome.NameUnfit)]
    [InlineData("voip", "x", SecretOutcome.NameUnfit)]
    [InlineData("trunk/voip", "", SecretOutcome.Unfit)]
    [InlineData("trunk/voip", "a\tb", SecretOutcome.Unfit)]
    [InlineData("phone/105", "elevenchars", SecretOutcome.TooShort)]
    public void What_is_no_name_or_no_secret_is_refused(string name, string secret, SecretOutcome outcome)
    {
        Assert.Equal(outcome, _secrets.Set(name, secret));
        Assert.Empty(_secrets.List());
    }

    [Fact]
    public void A_secret_has_a_longest_length()
    {
        Assert.Equal(SecretOutcome.Done, _secrets.Set("trunk/voip", new string('x', SecretStore.Longest)));
        Assert.Equal(SecretOutcome.Unfit, _secrets.Set("trunk/voip", new string('x', SecretStore.Longest + 1)));
    }

    [Fact]
    public void No_file_in_the_data_folder_holds_a_secret_in_the_clear()
    {
        _secrets.Set("trunk/voip", Password);
        var made = _secrets.Make("phone/105").Secret!;
        _database.Dispose();
        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(_folder.File("switchhook.db"), files);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Password)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(made)));
        }
    }

    [Fact]
    public void A_secret_that_was_put_under_another_name_or_changed_cannot_be_read()
    {
        _secrets.Set("trunk/a", "password of a");
        _secrets.Set("trunk/b", "password of b");
        Execute("update secrets set sealed = (select sealed from secrets where name = 'trunk/a') where name = 'trunk/b'");
        Assert.Equal("password of a", _secrets.Get("trunk/a"));
        Assert.Null(_secrets.Get("trunk/b"));

        Execute("update secrets set sealed = substr(sealed, 1, length(sealed) - 1) where name = 'trunk/a'");
        Assert.Null(_secrets.Get("trunk/a"));
        Assert.All(_secrets.List(), entry => Assert.False(entry.IsReadable));
    }

    [Fact]
    public void A_lost_key_is_told_with_the_names_of_what_must_be_entered_anew()
    {
        _secrets.Set("trunk/voip", Password);
        _secrets.Make("phone/105");
        File.Delete(KeyFile);
        Restart();

        var notice = Assert.Single(_secrets.Notices);
        Assert.Contains("secret.key", notice, StringComparison.Ordinal);
        Assert.Contains("phone/105, trunk/voip", notice, StringComparison.Ordinal);
        Assert.Null(_secrets.Get("trunk/voip"));
        Assert.All(_secrets.List(), entry => Assert.False(entry.IsReadable));
        Assert.Empty(_secrets.MakeMissing(["phone/105"]));

        Restart();
        Assert.Contains("another one than before", Assert.Single(_secrets.Notices), StringComparison.Ordinal);
        Assert.Equal(SecretOutcome.Done, _secrets.Set("trunk/voip", Password));
        Assert.NotNull(_secrets.Make("phone/105").Secret);
        Restart();
        Assert.Empty(_secrets.Notices);
        Assert.Equal(Password, _secrets.Get("trunk/voip"));
    }

    [Fact]
    public void A_key_that_comes_back_opens_its_secrets_again()
    {
        _secrets.Set("trunk/voip", Password);
        var key = File.ReadAllBytes(KeyFile);
        File.Delete(KeyFile);
        Restart();
        Assert.Null(_secrets.Get("trunk/voip"));

        File.WriteAllBytes(KeyFile, key);
        Restart();

        Assert.Empty(_secrets.Notices);
        Assert.Equal(Password, _secrets.Get("trunk/voip"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("switchhook-key-1 AAAA 00")]
    [InlineData("nonsense")]
    public void A_damaged_key_is_moved_aside_and_told(string damage)
    {
        _secrets.Set("trunk/voip", Password);
        File.WriteAllText(KeyFile, damage);
        Restart();

        Assert.Contains("damaged", Assert.Single(_secrets.Notices), StringComparison.Ordinal);
        Assert.Equal(damage, File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Path, "secret.key.damaged-*"))));
        Assert.Equal(SecretOutcome.Done, _secrets.Set("trunk/voip", "again"));
    }

    [Fact]
    public void Each_bit_of_a_key_that_flips_is_seen()
    {
        _secrets.Set("trunk/voip", Password);
        var good = File.ReadAllText(KeyFile);
        for (var i = 0; i < good.TrimEnd().Length; i += 7)
        {
            File.WriteAllText(KeyFile, $"{good[..i]}{(char)(good[i] ^ 1)}{good[(i + 1)..]}");
            Restart();
            Assert.NotEmpty(_secrets.Notices);
            File.WriteAllText(KeyFile, good);
        }
    }

    [Fact]
    public void A_key_that_cannot_be_used_is_told_and_the_box_goes_on_without_secrets()
    {
        _secrets.Set("trunk/voip", Password);
        File.Delete(KeyFile);
        Directory.CreateDirectory(KeyFile);
        Restart();

        Assert.Contains("cannot be used", Assert.Single(_secrets.Notices), StringComparison.Ordinal);
        Assert.Null(_secrets.Get("trunk/voip"));
        Assert.Equal(SecretOutcome.NoKey, _secrets.Set("trunk/voip", Password));
        Assert.Empty(_secrets.MakeMissing(["phone/105"]));
    }

    [Fact]
    public void The_key_is_for_the_boxs_own_user_only()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
        File.SetUnixFileMode(KeyFile, OwnerOnly | UnixFileMode.OtherRead);
        Restart();
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Fact]
    public void A_command_beside_the_box_uses_the_same_key()
    {
        using var beside = Database.Open(_folder.Path, _time, DatabaseUse.Visitor);
        var (outcome, secret) = SecretStore.Open(beside, _time).Make("phone/105");
        Assert.Equal(SecretOutcome.Done, outcome);
        Assert.Equal(secret, _secrets.Get("phone/105"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no key")]
    public void Who_only_reads_leaves_a_key_that_is_gone_or_damaged_as_it_is(string? left)
    {
        _secrets.Set("trunk/voip", Password);
        Assert.Equal(Password, SecretStore.OpenToRead(_database, _time).Get("trunk/voip"));
        File.Delete(KeyFile);
        if (left is not null)
        {
            File.WriteAllText(KeyFile, left);
        }

        var read = SecretStore.OpenToRead(_database, _time);

        Assert.False(Assert.Single(read.List()).IsReadable);
        Assert.Empty(read.GetAll());
        Assert.Equal(left, File.Exists(KeyFile) ? File.ReadAllText(KeyFile) : null);
        Assert.Empty(Directory.GetFiles(_folder.Path, "secret.key.damaged-*"));
    }

    [Fact]
    public void Secrets_are_saved_out_of_a_damaged_database()
    {
        _secrets.Set("trunk/voip", Password);
        _database.Dispose();
        File.Copy(_folder.File("switchhook.db"), _folder.File("old.db"));
        File.WriteAllText(_folder.File("switchhook.db"), "no database");
        Reopen();
        Assert.Null(_secrets.Get("trunk/voip"));

        using (var writer = Database.OpenWriter(_folder.File("switchhook.db")))
        {
            Salvage.Run(_folder.File("old.db"), writer);
        }

        Assert.Equal(Password, _secrets.Get("trunk/voip"));
    }

    [Fact]
    public void A_key_does_not_tell_itself()
    {
        var key = SecretKey.New();
        Assert.Equal($"key {key.Id}", key.ToString());
        Assert.DoesNotContain(Convert.ToHexStringLower(key.Octets)[..8], key.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(key.Seal("a", "b"), key.Seal("a", "b"));
    }

    private void Execute(string sql) => _database.Write((connection, transaction) => connection.Execute(sql, transaction: transaction));

    private void Restart()
    {
        _database.Dispose();
        Reopen();
    }

    private void Reopen()
    {
        _database = Database.Open(_folder.Path, _time);
        _secrets = SecretStore.Open(_database, _time);
    }
}

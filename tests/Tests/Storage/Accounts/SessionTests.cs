using Dapper;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Accounts;

public sealed class SessionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Database _database;
    private readonly SessionStore _sessions;

    public SessionTests()
    {
        _database = Database.Open(_folder.Path, _time);
        _sessions = new SessionStore(_database, _time);
        new AccountStore(_database, _time, 1).Create("Ada", "correct horse");
        new AccountStore(_database, _time, 1).Create("Bob", "correct horse");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_secret_has_256_bits_and_finds_its_session()
    {
        var secret = _sessions.Begin("Ada");
        Assert.Matches("^[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal("Ada", _sessions.Find(secret)!.Account);
        Assert.Null(_sessions.Find(secret + "x"));
        Assert.Null(_sessions.Find(""));
        Assert.Null(_sessions.Find(new string('x', 1_000_000)));
    }

    [Fact]
    public void Use_keeps_a_session_alive_up_to_its_longest_life()
    {
        var secret = _sessions.Begin("Ada");
        for (var day = 0; day < 29; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            Assert.NotNull(_sessions.Find(secret));
        }

        Assert.Equal(_time.GetUtcNow().AddDays(1), _sessions.Find(secret)!.ExpiresAt);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(_sessions.Find(secret));
    }

    [Fact]
    public void A_session_that_is_not_used_runs_out()
    {
        var secret = _sessions.Begin("Ada");
        _time.Advance(SessionStore.Idle);
        Assert.Null(_sessions.Find(secret));
        Assert.Empty(_sessions.List("Ada"));
    }

    [Fact]
    public void Sessions_are_ended_one_or_all()
    {
        var (a, b, other) = (_sessions.Begin("Ada"), _sessions.Begin("Ada"), _sessions.Begin("Bob"));
        Assert.True(_sessions.End(a));
        Assert.Null(_sessions.Find(a));
        Assert.NotNull(_sessions.Find(b));
        Assert.True(_sessions.EndAll("ada"));
        Assert.Null(_sessions.Find(b));
        Assert.NotNull(_sessions.Find(other));
    }

    [Fact]
    public void The_oldest_session_of_an_account_ends_for_one_too_many()
    {
        var secrets = new List<string>();
        for (var i = 0; i <= SessionStore.MostPerAccount; i++)
        {
            secrets.Add(_sessions.Begin("Ada"));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(_sessions.Find(secrets[0]));
        Assert.NotNull(_sessions.Find(secrets[1]));
        Assert.Equal(SessionStore.MostPerAccount, _sessions.List("Ada").Count);
    }

    [Fact]
    public void Sessions_outlive_a_restart()
    {
        var secret = _sessions.Begin("Ada");
        using var copy = Database.Open(_folder.Path, _time, DatabaseUse.Visitor);
        Assert.Equal("Ada", new SessionStore(copy, _time).Find(secret)!.Account);
    }

    [Fact]
    public void On_a_full_disk_a_session_still_begins()
    {
        FillDisk(_database);
        var secret = "";
        for (var i = 0; i < 200 && secret.Length == 0; i++)
        {
            var begun = _sessions.Begin("Ada");
            Assert.Equal("Ada", _sessions.Find(begun)!.Account);
            secret = _sessions.List("Ada").Count == i ? begun : "";
        }

        Assert.NotEqual("", secret);
        Assert.True(_sessions.EndAll("Ada"));
        Assert.Null(_sessions.Find(secret));
    }

    [Fact]
    public void Keys_are_found_by_their_secret_until_they_are_revoked()
    {
        var tokens = new TokenStore(_database, _time);
        var issued = tokens.Create("backup", "Ada")!;
        Assert.StartsWith("swh_", issued.Secret, StringComparison.Ordinal);
        Assert.Null(Assert.Single(tokens.List()).LastUsedAt);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(issued.Token, tokens.Find(issued.Secret));
        Assert.Equal(_time.GetUtcNow(), Assert.Single(tokens.List()).LastUsedAt);
        Assert.Null(tokens.Find("swh_wrong"));
        Assert.Null(tokens.Find(_sessions.Begin("Ada")));
        Assert.True(tokens.Revoke(issued.Token.Id));
        Assert.False(tokens.Revoke(issued.Token.Id));
        Assert.Null(tokens.Find(issued.Secret));
        Assert.Empty(tokens.List());
    }

    [Fact]
    public void A_key_of_the_partner_is_known_as_such_and_all_keys_can_be_revoked_at_once()
    {
        var tokens = new TokenStore(_database, _time);
        var ours = tokens.Create("backup", "Ada")!;
        var partner = tokens.Create("partner", "Ada", partner: true)!;
        Assert.False(tokens.Find(ours.Secret)!.IsPartner);
        Assert.True(tokens.Find(partner.Secret)!.IsPartner);

        Assert.True(tokens.RevokeAll());

        Assert.Empty(tokens.List());
    }

    private static void FillDisk(Database database) =>
        database.Write((connection, _) => connection.Execute("pragma max_page_count = 1;"));
}

using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Accounts;

public sealed class AccountTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Database _database;
    private readonly AccountStore _accounts;

    public AccountTests()
    {
        _database = Database.Open(_folder.Path, _time);
        _accounts = new AccountStore(_database, _time, 10);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    // RFC 7914, section 11: PBKDF2-HMAC-SHA-256 with 80000 iterations, cut to our 32 bytes.
    [Fact]
    public void Hashes_are_those_of_the_standard()
    {
        const string Salt = "TmFDbA==";
        var hash = Convert.ToBase64String(Convert.FromHexString("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"));
        Assert.True(PasswordHash.Matches("Password", $"pbkdf2-sha256$80000${Salt}${hash}"));
        Assert.False(PasswordHash.Matches("password", $"pbkdf2-sha256$80000${Salt}${hash}"));
    }

    [Fact]
    public void New_hashes_have_at_least_600000_iterations_and_their_own_salt()
    {
        var (a, b) = (PasswordHash.Of("the same"), PasswordHash.Of("the same"));
        Assert.StartsWith("pbkdf2-sha256$600000$", a, StringComparison.Ordinal);
        Assert.NotEqual(a, b);
        Assert.True(PasswordHash.Matches("the same", a));
    }

    [Fact]
    public void A_box_that_forgets_its_accounts_can_be_claimed_again()
    {
        var claim = new ClaimCode(_database, _accounts);
        _accounts.Create("Ada", "correct horse");
        var session = new SessionStore(_database, _time).Begin("Ada");
        Assert.Null(claim.Issue());

        Assert.Equal(AccountOutcome.Done, _accounts.ForgetAll());

        Assert.Null(new SessionStore(_database, _time).Find(session));
        Assert.Equal(AccountOutcome.Done, claim.Redeem(claim.Issue()!, "Bob", "correct horse"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha256$10$AAAA")]
    [InlineData("pbkdf2-sha256$x$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$-1$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$2000000000$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$10$*$AAAA")]
    [InlineData("pbkdf2-sha256$10$AAAA$AAAA")]
    [InlineData("md5$10$AAAA$AAAA")]
    public void What_is_no_hash_matches_nothing(string encoded) => Assert.False(PasswordHash.Matches("", encoded));

    [Fact]
    public void The_right_password_signs_in_whatever_the_case_of_the_name()
    {
        Assert.False(_accounts.Any());
        Assert.Equal(AccountOutcome.Done, _accounts.Create(" Ada ", "correct horse"));
        Assert.True(_accounts.Any());
        Assert.Equal("Ada", _accounts.Verify("ADA", "correct horse")!.Name);
        Assert.Null(_accounts.Verify("Ada", "correct horsE"));
        Assert.Null(_accounts.Verify("Ida", "correct horse"));
        Assert.Null(_accounts.Verify("Ada", new string('x', 100_000)));
        Assert.Null(_accounts.Verify(new string('x', 100_000), "correct horse"));
    }

    [Theory]
    [InlineData("", "long enough", AccountOutcome.NameUnfit)]
    [InlineData("a\tb", "long enough", AccountOutcome.NameUnfit)]
    [InlineData("Ada", "short", AccountOutcome.PasswordUnfit)]
    [InlineData("BOB", "long enough", AccountOutcome.NameTaken)]
    public void What_does_not_fit_is_told(string name, string password, AccountOutcome outcome)
    {
        _accounts.Create("Bob", "long enough");
        Assert.Equal(outcome, _accounts.Create(name, password));
    }

    [Fact]
    public void A_hash_of_few_iterations_is_made_stronger_when_its_owner_signs_in()
    {
        _accounts.Create("Ada", "correct horse");
        var now = new AccountStore(_database, _time, 2000);
        Assert.NotNull(now.Verify("Ada", "correct horse"));
        using var connection = _database.OpenReader();
        var hash = Dapper.SqlMapper.ExecuteScalar<string>(connection, "select password from accounts");
        Assert.StartsWith("pbkdf2-sha256$2000$", hash, StringComparison.Ordinal);
        Assert.NotNull(now.Verify("Ada", "correct horse"));
    }

    [Fact]
    public void A_new_password_ends_the_sessions()
    {
        _accounts.Create("Ada", "correct horse");
        var sessions = new SessionStore(_database, _time);
        var secret = sessions.Begin("Ada");
        Assert.Equal(AccountOutcome.Done, _accounts.SetPassword("ada", "battery staple"));
        Assert.Null(sessions.Find(secret));
        Assert.Null(_accounts.Verify("Ada", "correct horse"));
        Assert.NotNull(_accounts.Verify("Ada", "battery staple"));
        Assert.Equal(AccountOutcome.NotFound, _accounts.SetPassword("Bob", "battery staple"));
    }

    [Fact]
    public void The_last_account_stays()
    {
        _accounts.Create("Ada", "correct horse");
        Assert.Equal(AccountOutcome.LastAccount, _accounts.Remove("Ada"));
        _accounts.Create("Bob", "correct horse");
        var session = new SessionStore(_database, _time).Begin("Bob");
        Assert.Equal(AccountOutcome.Done, _accounts.Remove("bob"));
        Assert.Null(new SessionStore(_database, _time).Find(session));
        Assert.Equal("Ada", Assert.Single(_accounts.List()).Name);
    }

    [Fact]
    public void The_claim_code_makes_the_first_account_once()
    {
        var claim = new ClaimCode(_database, _accounts);
        var old = claim.Issue()!;
        var code = claim.Issue()!;
        Assert.Matches("^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$", code);
        Assert.Equal(AccountOutcome.WrongCode, claim.Redeem(old, "Ada", "correct horse"));
        Assert.Equal(AccountOutcome.PasswordUnfit, claim.Redeem(code, "Ada", "short"));
        Assert.Equal(AccountOutcome.Done, claim.Redeem(code.ToLowerInvariant().Replace('-', ' '), "Ada", "correct horse"));
        Assert.Equal(AccountOutcome.ClaimedBefore, claim.Redeem(code, "Eve", "correct horse"));
        Assert.Null(claim.Issue());
        Assert.Equal("Ada", Assert.Single(_accounts.List()).Name);
    }

    [Fact]
    public void No_secret_stands_in_the_file()
    {
        var code = new ClaimCode(_database, _accounts).Issue()!;
        _accounts.Create("Ada", "correct horse");
        var session = new SessionStore(_database, _time).Begin("Ada");
        var token = new TokenStore(_database, _time).Create("backup", "Ada")!.Secret;
        var bytes = string.Concat(Directory.GetFiles(_folder.Path, "switchhook.db*")
            .Where(path => !path.EndsWith("-shm", StringComparison.Ordinal))
            .Select(path => System.Text.Encoding.Latin1.GetString(ReadShared(path))));
        Assert.Contains("backup", bytes, StringComparison.Ordinal);
        foreach (var secret in new[] { code, code.Replace("-", "", StringComparison.Ordinal), session, token, token[4..], "correct horse" })
        {
            Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

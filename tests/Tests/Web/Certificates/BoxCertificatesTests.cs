using System.Security.Cryptography.X509Certificates;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Web.Certificates;

namespace Switchhook.Tests.Web.Certificates;

/// <summary>The authority of the box stays what people trusted; the certificate of the pages follows time and addresses.</summary>
public sealed class BoxCertificatesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _told = [];
    private IReadOnlyList<string> _names = ["box.example", "localhost", "192.0.2.1", "2001:db8::1"];
    private Database _database;

    public BoxCertificatesTests()
    {
        _database = Database.Open(_folder.Path, _time);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_authority_is_for_signing_alone_and_holds_for_the_life_of_a_box()
    {
        var authority = Make().Authority;
        var certificate = Parse(authority.Pem);

        Assert.StartsWith("Switchhook pages ", authority.Name, StringComparison.Ordinal);
        Assert.Null(authority.Trouble);
        Assert.False(certificate.HasPrivateKey);
        Assert.DoesNotContain("PRIVATE", authority.Pem, StringComparison.Ordinal);
        Assert.Equal("1.2.840.10045.3.1.7", certificate.GetECDsaPublicKey()!.ExportParameters(false).Curve.Oid.Value);
        var constraints = Assert.Single(certificate.Extensions.OfType<X509BasicConstraintsExtension>());
        Assert.True(constraints is { CertificateAuthority: true, HasPathLengthConstraint: true, PathLengthConstraint: 0, Critical: true });
        Assert.Equal(
            X509KeyUsageFlags.KeyCertSign, Assert.Single(certificate.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages);
        Assert.True(authority.EndsAt > _time.GetUtcNow().AddYears(10));
        Assert.Matches("^([0-9A-F]{2}:){31}[0-9A-F]{2}$", authority.Fingerprint);
        Assert.Equal(
            certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
            authority.Fingerprint.Replace(":", "", StringComparison.Ordinal));
    }

    [Fact]
    public void It_signs_a_certificate_for_all_names_of_the_box_that_browsers_take()
    {
        var own = Make();
        var server = own.Current.TargetCertificate;

        Assert.All(_names, name => Assert.True(server.MatchesHostname(name)));
        Assert.False(server.MatchesHostname("other.example"));
        Assert.True(IsTrusted(server, own.Authority));
        Assert.True(server.NotAfter - server.NotBefore <= TimeSpan.FromDays(398));
        Assert.Equal(
            X509KeyUsageFlags.DigitalSignature, Assert.Single(server.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages);
    }

    [Fact]
    public void The_next_start_finds_the_same_certificates_and_no_key_lies_open_on_the_disk()
    {
        var before = Make();
        Reopen();
        var after = Make();

        Assert.Equal(before.Authority.Fingerprint, after.Authority.Fingerprint);
        Assert.Equal(before.Current.TargetCertificate.Thumbprint, after.Current.TargetCertificate.Thumbprint);
        Assert.Single(_told);

        // What is on the disk when the box is off.
        _database.Dispose();
        Assert.All(
            Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf("PRIVATE KEY"u8) >= 0, file));
    }

    [Fact]
    public void It_is_renewed_a_month_before_its_end_while_the_box_runs_and_the_authority_stays()
    {
        var own = Make();
        var (before, authority) = (own.Current.TargetCertificate.Thumbprint, own.Authority.Fingerprint);
        _time.Advance(TimeSpan.FromDays(397 - 1 - 31));
        Assert.Equal(before, own.Current.TargetCertificate.Thumbprint);

        _time.Advance(TimeSpan.FromDays(2));
        var after = own.Current.TargetCertificate;
        Assert.NotEqual(before, after.Thumbprint);
        Assert.True(IsTrusted(after, own.Authority));
        Assert.Equal(authority, own.Authority.Fingerprint);

        // And it is what the next start shows.
        Assert.Equal(after.Thumbprint, Make().Current.TargetCertificate.Thumbprint);
    }

    [Fact]
    public void A_new_address_is_in_the_certificate_a_minute_later_and_one_that_is_gone_changes_nothing()
    {
        var own = Make();
        var before = own.Current.TargetCertificate.Thumbprint;
        _names = [.. _names, "198.51.100.7"];
        Assert.Equal(before, own.Current.TargetCertificate.Thumbprint);

        _time.Advance(BoxCertificates.LookEvery);
        var after = own.Current.TargetCertificate;
        Assert.True(after.MatchesHostname("198.51.100.7"));
        Assert.True(IsTrusted(after, own.Authority));

        _names = ["box.example"];
        _time.Advance(BoxCertificates.LookEvery);
        Assert.Equal(after.Thumbprint, own.Current.TargetCertificate.Thumbprint);
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void A_lost_key_changes_no_authority_for_good_and_its_return_brings_the_old_one_back()
    {
        var before = Make().Authority.Fingerprint;
        var key = Path.Combine(_folder.Path, "secret.key");
        var kept = File.ReadAllBytes(key);
        File.Delete(key);
        Reopen();

        var without = Make();
        Assert.Contains("secret.key", without.Authority.Trouble, StringComparison.Ordinal);
        Assert.Contains("certificate --new", without.Authority.Trouble, StringComparison.Ordinal);
        Assert.NotEqual(before, without.Authority.Fingerprint);
        Assert.True(IsTrusted(without.Current.TargetCertificate, without.Authority));

        File.WriteAllBytes(key, kept);
        Reopen();
        var again = Make();
        Assert.Null(again.Authority.Trouble);
        Assert.Equal(before, again.Authority.Fingerprint);
        Assert.True(IsTrusted(again.Current.TargetCertificate, again.Authority));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_damaged_authority_is_told_and_one_that_is_asked_for_takes_its_place(string damaged)
    {
        var before = Make().Authority.Fingerprint;
        Secrets().SetCertificate(SecretNames.WebAuthority, damaged);
        Assert.NotNull(Make().Authority.Trouble);

        var renewed = BoxAuthority.Renew(Secrets(), _time.GetUtcNow())!;

        Assert.Null(renewed.Trouble);
        Assert.NotEqual(before, renewed.Fingerprint);
        var after = Make();
        Assert.Equal(renewed.Fingerprint, after.Authority.Fingerprint);
        Assert.True(IsTrusted(after.Current.TargetCertificate, after.Authority));
    }

    [Fact]
    public void A_server_certificate_that_is_damaged_or_anothers_is_made_anew()
    {
        var own = Make();
        Secrets().SetCertificate(SecretNames.WebServer, "nothing");
        Assert.True(IsTrusted(Make().Current.TargetCertificate, own.Authority));

        using var folder = new TempFolder();
        using var database = Database.Open(folder.Path, _time);
        var theirs = SecretStore.Open(database, _time);
        _ = new BoxCertificates(theirs, () => _names, _time, _told.Add);
        Secrets().SetCertificate(SecretNames.WebServer, theirs.Get(SecretNames.WebServer)!);
        var mended = Make();
        Assert.Equal(own.Authority.Fingerprint, mended.Authority.Fingerprint);
        Assert.True(IsTrusted(mended.Current.TargetCertificate, mended.Authority));
    }

    [Fact]
    public void A_clock_of_1970_makes_certificates_of_today_which_last_until_the_clock_is_right()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var own = new BoxCertificates(Secrets(), () => _names, time, _told.Add);
        Assert.Equal(2027, own.EndsAt.Year);
        Assert.Equal(2045, own.Authority.EndsAt.Year);

        time.Advance(TimeSpan.FromDays(365.25 * 58));
        Assert.Equal(2029, own.EndsAt.Year);
    }

    [Fact]
    public void A_store_that_takes_nothing_is_told_and_the_pages_are_served()
    {
        File.Delete(Path.Combine(_folder.Path, "secret.key"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "secret.key"));
        Reopen();

        var own = Make();

        Assert.Contains("could not be kept", own.Authority.Trouble, StringComparison.Ordinal);
        Assert.True(IsTrusted(own.Current.TargetCertificate, own.Authority));
    }

    [Theory]
    [InlineData("switchhook", true)]
    [InlineData("box-1.example.org", true)]
    [InlineData("", false)]
    [InlineData("-box", false)]
    [InlineData("a_b", false)]
    [InlineData("box..example", false)]
    [InlineData("192.0.2.1", false)]
    public void Only_names_go_into_a_certificate(string name, bool isName) => Assert.Equal(isName, BoxNames.IsName(name));

    [Fact]
    public void The_machine_has_names()
    {
        var names = BoxNames.Read();

        Assert.Contains("localhost", names);
        Assert.Contains("127.0.0.1", names);
        Assert.Contains("::1", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private BoxCertificates Make() => new(Secrets(), () => _names, _time, _told.Add);

    private SecretStore Secrets() => SecretStore.Open(_database, _time);

    private void Reopen()
    {
        _database.Dispose();
        _database = Database.Open(_folder.Path, _time);
    }

    private bool IsTrusted(X509Certificate2 server, BoxAuthority authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Parse(authority.Pem));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        return chain.Build(server);
    }

    private static X509Certificate2 Parse(string pem) => X509Certificate2.CreateFromPem(pem);
}

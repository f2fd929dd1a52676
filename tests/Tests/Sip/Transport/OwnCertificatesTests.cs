using System.Security.Cryptography.X509Certificates;
using Switchhook.Sip.Transport.Tls;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Transport;

public sealed class OwnCertificatesTests : IClassFixture<OwnCertificatesTests.Made>, IDisposable
{
    private static readonly string[] Names = ["box.example", "192.0.2.1", "2001:DB8::0001"];

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _told = [];

    // Keys take a processor long to find: what was made once is copied for each test.
    public OwnCertificatesTests(Made made)
    {
        Directory.CreateDirectory(_folder.File("tls"));
        foreach (var file in Directory.GetFiles(made.Folder))
        {
            File.Copy(file, _folder.File($"tls/{Path.GetFileName(file)}"));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_box_signs_a_certificate_for_all_its_names()
    {
        var own = Make();
        var server = own.Current.TargetCertificate;
        Assert.True(server.MatchesHostname("box.example"));
        Assert.True(server.MatchesHostname("192.0.2.1"));
        Assert.True(server.MatchesHostname("2001:db8::1"));
        Assert.False(server.MatchesHostname("other.example"));
        Assert.True(IsSignedBy(server, own.AuthorityPem));
        Assert.DoesNotContain("PRIVATE", own.AuthorityPem, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_for_the_owners_eyes_only()
    {
        Directory.Delete(_folder.File("tls"), recursive: true);
        Make();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("tls")));
        Assert.Equal(["authority.pem", "server.pem"], Directory.GetFiles(_folder.File("tls")).Select(Path.GetFileName).Order());
        Assert.All(
            Directory.GetFiles(_folder.File("tls")),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void The_next_start_finds_the_same_certificates()
    {
        var before = Make().Current.TargetCertificate.Thumbprint;
        Assert.Equal(before, Make().Current.TargetCertificate.Thumbprint);
        Assert.Empty(_told);
    }

    [Fact]
    public void It_is_renewed_a_month_before_its_end_while_the_box_runs_and_the_authority_stays()
    {
        var own = Make();
        var (before, authority) = (own.Current.TargetCertificate, own.AuthorityPem);
        _time.Advance(TimeSpan.FromDays(397 - 1 - 31));
        Assert.Equal(before.Thumbprint, own.Current.TargetCertificate.Thumbprint);

        _time.Advance(TimeSpan.FromDays(2));
        var after = own.Current.TargetCertificate;
        Assert.NotEqual(before.Thumbprint, after.Thumbprint);
        Assert.Equal(authority, own.AuthorityPem);
        Assert.True(IsSignedBy(after, authority));
        Assert.Equal(after.Thumbprint, Make().Current.TargetCertificate.Thumbprint);
    }

    [Fact]
    public void Other_names_make_another_certificate_of_the_same_authority()
    {
        var before = Make();
        var after = new OwnCertificates(_folder.File("tls"), ["new.example"], _time, _told.Add);
        Assert.True(after.Current.TargetCertificate.MatchesHostname("new.example"));
        Assert.Equal(before.AuthorityPem, after.AuthorityPem);
    }

    [Theory]
    [InlineData("server.pem")]
    [InlineData("authority.pem")]
    public void A_damaged_file_is_made_anew(string name)
    {
        var before = Make();
        File.WriteAllText(_folder.File($"tls/{name}"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        var after = Make();
        Assert.True(IsSignedBy(after.Current.TargetCertificate, after.AuthorityPem));
        Assert.Equal(name == "server.pem", before.AuthorityPem == after.AuthorityPem);
    }

    [Fact]
    public void A_clock_of_1970_makes_certificates_of_today()
    {
        var own = new OwnCertificates(_folder.File("new"), Names, new ManualTimeProvider(DateTimeOffset.UnixEpoch), _told.Add);
        Assert.Equal(2027, own.Current.TargetCertificate.NotAfter.Year);
        Assert.Equal(2045, X509Certificate2.CreateFromPem(own.AuthorityPem).NotAfter.Year);
    }

    [Fact]
    public void Without_a_disk_it_goes_on_in_memory()
    {
        File.WriteAllText(_folder.File("file"), "");
        var own = new OwnCertificates(_folder.File("file/tls"), Names, _time, _told.Add);
        Assert.True(IsSignedBy(own.Current.TargetCertificate, own.AuthorityPem));
        Assert.Contains(_told, what => what.StartsWith("A certificate could not be kept", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_files_are_used_and_read_again_when_they_change()
    {
        var (certificate, key) = (_folder.File("c.pem"), _folder.File("k.pem"));
        Give(Make(), certificate, key);
        var given = new GivenCertificate(certificate, key, _time, _told.Add);
        var first = given.Current.TargetCertificate.Thumbprint;

        Give(new OwnCertificates(_folder.File("tls"), ["new.example"], _time, _told.Add), certificate, key);
        File.SetLastWriteTimeUtc(certificate, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(first, given.Current.TargetCertificate.Thumbprint);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, given.Current.TargetCertificate.Thumbprint);

        File.WriteAllText(key, "nothing");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(given.Current.TargetCertificate.MatchesHostname("new.example"));
        Assert.EndsWith("The one before stays in use.", _told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Given_files_that_cannot_be_used_are_named()
    {
        var failure = Assert.Throws<IOException>(
            () => new GivenCertificate(_folder.File("c.pem"), _folder.File("k.pem"), _time, _told.Add));
        Assert.Contains(_folder.File("c.pem"), failure.Message, StringComparison.Ordinal);
    }

    private static void Give(OwnCertificates own, string certificatePath, string keyPath)
    {
        var server = own.Current.TargetCertificate;
        File.WriteAllText(certificatePath, server.ExportCertificatePem() + "\n" + own.AuthorityPem);
        using var key = server.GetRSAPrivateKey()!;
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
    }

    private bool IsSignedBy(X509Certificate2 server, string authorityPem)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(authorityPem));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        return chain.Build(server);
    }

    private OwnCertificates Make() => new(_folder.File("tls"), Names, _time, _told.Add);

    public sealed class Made : IDisposable
    {
        private readonly TempFolder _place = new();

        public Made()
        {
            _ = new OwnCertificates(Folder, Names, new ManualTimeProvider(), _ => { });
        }

        public string Folder => _place.File("tls");

        public void Dispose() => _place.Dispose();
    }
}

using System.CommandLine;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Switchhook.Appliance.Commands;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Web.Certificates;

namespace Switchhook.Tests.Appliance;

/// <summary>The command that shows the authority, and the addresses that <c>run</c> takes.</summary>
public sealed class CertificateCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public CertificateCommandTests()
    {
        _database = Database.Open(_folder.Path, TimeProvider.System);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_shows_the_authority_that_the_pages_use_and_never_its_key()
    {
        var first = await RunAsync();
        Assert.Equal(0, first.Code);
        Assert.Equal(first, await RunAsync());

        var secrets = SecretStore.Open(_database, TimeProvider.System);
        var own = new BoxCertificates(secrets, () => ["localhost"], TimeProvider.System, _ => { });
        Assert.Contains($"SHA-256 {own.Authority.Fingerprint}\n", first.Output, StringComparison.Ordinal);
        Assert.Contains(own.Authority.Pem, first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_the_authority_to_a_file_or_says_why_not()
    {
        var path = _folder.File("ca.crt");
        var (code, output) = await RunAsync("--out", path);
        Assert.Equal(0, code);
        Assert.DoesNotContain("BEGIN", output, StringComparison.Ordinal);
        using var written = X509CertificateLoader.LoadCertificateFromFile(path);
        Assert.Contains(Fingerprint.Of(written), output, StringComparison.Ordinal);

        var (failed, why) = await RunAsync("--out", _folder.File("nowhere/ca.crt"));
        Assert.Equal(2, failed);
        Assert.Contains("--out", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_authority_is_made_only_when_it_is_asked_for()
    {
        var before = await RunAsync();
        var renewed = await RunAsync("--new");
        Assert.NotEqual(before, renewed);
        Assert.Equal(renewed, await RunAsync());

        File.Delete(_folder.File("secret.key"));
        var (code, output) = await RunAsync();
        Assert.Equal(2, code);
        Assert.Contains("--new", output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("--new")).Code);
        Assert.Equal(0, (await RunAsync()).Code);
    }

    [Theory]
    [InlineData("127.0.0.1:80", null)]
    [InlineData("127.9.9.9:8080", null)]
    [InlineData("[::1]:8080", null)]
    [InlineData("0.0.0.0:8080", "--https 0.0.0.0:8443")]
    [InlineData("[::]:8080", "--https [::]:8443")]
    [InlineData("192.168.1.5:8080", "--https 192.168.1.5:8443")]
    [InlineData("[2001:db8::1]:80", "--https [2001:db8::1]:8443")]
    [InlineData("nonsense", "is not an address with a port")]
    public void Without_tls_only_the_box_itself_is_served(string address, string? cure)
    {
        var errors = string.Join('\n', RunCommand.Create().Parse(["--http", address]).Errors.Select(error => error.Message));

        Assert.Equal(cure is null, errors.Length == 0);
        Assert.Contains(cure ?? "", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void By_tls_every_address_is_served_and_none_unless_it_is_given()
    {
        var option = CommonOptions.Https();
        var command = new Command("run") { option };

        Assert.Null(command.Parse([]).GetValue(option));
        Assert.Equal(new IPEndPoint(IPAddress.Any, 443), command.Parse(["--https", "0.0.0.0:443"]).GetValue(option));
        Assert.NotEmpty(command.Parse(["--https", "box"]).Errors);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, Error = output };
        var code = await CertificateCommand.Create().Parse([.. arguments, "--data", _folder.Path]).InvokeAsync(configuration);
        return (code, output.ToString());
    }
}

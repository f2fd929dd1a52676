using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip;

namespace Switchhook.SystemTests.Web;

/// <summary>The pages by TLS, as programs see them that are not ours: curl and openssl.</summary>
public sealed partial class HttpsTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(8), TimeProvider.System);
    private readonly TempFolder _folder = new();
    private readonly IPEndPoint _at = new(IPAddress.Loopback, LoopbackPorts.Take());

    private CancellationToken Limit => _limit.Token;

    private Uri Address => new($"https://{_at}/");

    public void Dispose()
    {
        _limit.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Curl_and_openssl_trust_the_box_by_its_authority_and_by_nothing_else()
    {
        await using var box = await StartAsync();
        var authority = _folder.File("ca.crt");
        var shown = await box.RunCommandAsync(["certificate", "--out", authority], Limit);
        Assert.Equal(0, shown.ExitCode);

        foreach (var address in new[] { $"{Address}health", $"https://localhost:{_at.Port}/health" })
        {
            var health = await RunAsync("curl", "-sS", "--cacert", authority, address);
            Assert.Contains("\"status\":\"up\"", health, StringComparison.Ordinal);
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("curl", "-sS", $"{Address}health"));
        Assert.Contains("ended with 60", refused.Message, StringComparison.Ordinal);

        var fetched = await RunAsync("curl", "-sS", "--insecure", $"{Address}ca.crt");
        Assert.Equal(await File.ReadAllTextAsync(authority, Limit), fetched);

        var server = _folder.File("server.pem");
        await File.WriteAllTextAsync(server, Pem().Match(await RunAsync("openssl", "s_client", "-connect", $"{_at}")).Value, Limit);
        string[] strictly = ["verify", "-x509_strict", "-purpose", "sslserver", "-verify_ip", "127.0.0.1"];
        Assert.Contains("OK", await RunAsync("openssl", [.. strictly, "-CAfile", authority, server]), StringComparison.Ordinal);
        Assert.Contains(
            "CA:TRUE, pathlen:0", await RunAsync("openssl", "x509", "-in", authority, "-noout", "-text"), StringComparison.Ordinal);

        // The one that the console and the command show is the one that openssl counts.
        var counted = (await RunAsync("openssl", "x509", "-in", authority, "-noout", "-fingerprint", "-sha256")).Split('=')[1].Trim();
        Assert.Contains(counted, shown.Output, StringComparison.Ordinal);
        Assert.Contains(counted, box.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_versions_of_tls_are_refused()
    {
        await using var box = await StartAsync();
        Task<string> TryAsync(string version) =>
            RunAsync("openssl", "s_client", "-connect", $"{_at}", version, "-cipher", "DEFAULT@SECLEVEL=0");

        Assert.Contains("BEGIN CERTIFICATE", await TryAsync("-tls1_3"), StringComparison.Ordinal);
        Assert.Contains("BEGIN CERTIFICATE", await TryAsync("-tls1_2"), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TryAsync("-tls1_1"));
        Assert.Contains("alert protocol version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_is_claimed_by_tls_and_an_open_page_hears_of_changes_until_it_signs_out()
    {
        await using var box = await StartAsync();
        var authority = (await box.RunCommandAsync(["certificate"], Limit)).Output;
        using var browser = new SecureClient(Address, Pem().Match(authority).Value, IPAddress.Loopback);
        Assert.Equal(HttpStatusCode.SeeOther, await browser.ClaimAsync(box.ClaimCode!, "owner", "correct horse battery"));

        using var changes = await browser.StreamAsync("live/changes", Limit);
        Assert.StartsWith("retry:", await changes.ReadLineAsync(Limit), StringComparison.Ordinal);
        using var signedOut = await browser.SendAsync("sign-out", await browser.TokenAsync("account"));
        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);

        // Read to its end, which comes within seconds.
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(15), TimeProvider.System);
        await changes.ReadToEndAsync(soon.Token);
        using var page = await browser.GetAsync("account");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task The_authority_stays_over_a_kill_until_somebody_asks_for_a_new_one()
    {
        await using var box = await StartAsync();
        var first = await FingerprintAsync(box);
        await box.KillAsync(Limit);
        await box.StartAgainAsync(Limit);
        Assert.Equal(first, await FingerprintAsync(box));

        var renewed = await box.RunCommandAsync(["certificate", "--new"], Limit);
        Assert.Equal(0, renewed.ExitCode);
        Assert.NotEqual(first, await FingerprintAsync(box));
        Assert.Contains(await FingerprintAsync(box), renewed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0:8080", "--https 0.0.0.0:8443")]
    [InlineData("[::]:8080", "--https [::]:8443")]
    [InlineData("192.0.2.1:80", "--https 192.0.2.1:8443")]
    public async Task Without_tls_nothing_is_served_to_the_network(string address, string cure)
    {
        var answer = await ApplianceProgram.RunAsync(["run", "--data", _folder.File("data"), "--http", address], Limit);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(cure, answer.Output + answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    private Task<ApplianceProcess> StartAsync()
    {
        var settings = new ApplianceSettings
        {
            MoreArguments = ["--https", $"{_at}"],
            WaitForSpeech = false,
            StartLimit = TimeSpan.FromMinutes(3),
        };
        return ApplianceProcess.StartAsync(settings, Limit);
    }

    private async Task<string> FingerprintAsync(ApplianceProcess box) =>
        Printed().Match((await box.RunCommandAsync(["certificate"], Limit)).Output).Groups["print"].Value;

    private static async Task<string> RunAsync(string program, params string[] arguments) =>
        Encoding.UTF8.GetString(await ExternalProgram.RunAsync(program, arguments));

    [GeneratedRegex("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----", RegexOptions.NonBacktracking)]
    private static partial Regex Pem();

    [GeneratedRegex("SHA-256 (?<print>[0-9A-F:]{95})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}

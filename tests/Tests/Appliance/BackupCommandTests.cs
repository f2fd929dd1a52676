using System.CommandLine;
using Switchhook.Appliance.Commands;
using Switchhook.Appliance.Commands.Secrets;
using Switchhook.Storage;
using Switchhook.Testing;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Appliance;

public sealed class BackupCommandTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _out = new();

    public BackupCommandTests() => UseSite("name: here\n");

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
    }

    [Theory]
    [InlineData(true, "another one, mistyped", 1)]
    [InlineData(true, Passphrase, 0)]
    [InlineData(false, null, 0)]
    public async Task A_passphrase_that_is_typed_unseen_is_asked_for_twice(bool isTyped, string? again, int code)
    {
        var (found, output) = await RunAsync(isTyped, [Passphrase, again]);

        Assert.True(code == found, output);
        Assert.Equal(code == 0, File.Exists(_out.File("box.backup")));
        Assert.Equal(code != 0, output.Contains("are not the same", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_site_from_elsewhere_is_named_and_what_is_not_in_it_is_told()
    {
        UseSite(SiteTexts.Clinic + "sip: {tls: {certificate: /nowhere/box.pem, key: /nowhere/box.key}}\n");
        Directory.CreateDirectory(_out.File("etc/prompts"));
        await File.WriteAllTextAsync(_out.File("etc/prompts/welcome.wav"), "sound");

        var (code, output) = await RunAsync(isTyped: false, [Passphrase], "--site", _out.File("etc/site.yaml"));

        Assert.True(code == 0, output);
        Assert.Contains("Not in it: /nowhere/box.key", output, StringComparison.Ordinal);
    }

    private void UseSite(string yaml)
    {
        using var database = Database.Open(_folder.Path, TimeProvider.System);
        new SiteVersions(database, TimeProvider.System).Add(yaml, "a test", "first");
    }

    private async Task<(int Code, string Output)> RunAsync(bool isTyped, string?[] lines, params string[] more)
    {
        await using var output = new StringWriter();
        var root = new RootCommand { BackupCommand.Create(new Typed(lines), isTyped) };
        var code = await root.Parse(["backup", "--data", _folder.Path, "--to", _out.File("box.backup"), .. more])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    private sealed class Typed(string?[] lines) : ISecretInput
    {
        private int _next;

        public Task<string?> ReadAsync(string prompt, CancellationToken cancel) => Task.FromResult(lines[_next++]);
    }
}

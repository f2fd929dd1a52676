using System.CommandLine;
using Switchhook.Appliance.Commands.Secrets;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Appliance;

public sealed class SecretCommandTests : IDisposable
{
    private const string Password = "what the provider gave";

    private readonly TempFolder _folder = new();
    private readonly Typed _input = new() { Line = Password };
    private readonly Database _database;
    private readonly SecretStore _secrets;

    public SecretCommandTests()
    {
        _database = Database.Open(_folder.Path, TimeProvider.System);
        _secrets = SecretStore.Open(_database, TimeProvider.System);
        new SiteVersions(_database, TimeProvider.System).Add(RepositoryFiles.Get("sites/demo/site.yaml").Text, "a test", "first");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_secret_that_is_set_is_asked_for_and_not_shown()
    {
        var (code, output) = await RunAsync("set", "trunk/voip");

        Assert.Equal(0, code);
        Assert.Equal(Password, _secrets.Get("trunk/voip"));
        Assert.Equal("Secret of trunk/voip: ", _input.Prompt);
        Assert.Contains("names no trunk/voip", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_the_secret_and_nothing_else()
    {
        _secrets.Set("trunk/voip", Password);
        Assert.Equal((0, Password + Environment.NewLine), await RunAsync("show", "trunk/voip"));
        Assert.Equal(1, (await RunAsync("show", "trunk/other")).Code);
    }

    [Fact]
    public async Task A_new_secret_of_a_phone_is_made_and_told()
    {
        var (code, output) = await RunAsync("new", "phone/105");
        Assert.Equal((0, _secrets.Get("phone/105") + Environment.NewLine), (code, output));
        Assert.Equal(1, (await RunAsync("new", "trunk/voip")).Code);
        Assert.Null(_secrets.Get("trunk/voip"));
    }

    [Fact]
    public async Task The_list_tells_what_is_there_what_is_missing_and_what_nothing_uses_but_no_secret()
    {
        _secrets.Set("trunk/voip", Password);
        var made = _secrets.Make("phone/105").Secret!;
        _secrets.Make("provision/105");
        _secrets.Make("provision/999");

        var (code, output) = await RunAsync("list");

        Assert.Equal(0, code);
        Assert.Matches(
            "^phone/105  set [0-9-]{10}\nprovision/105  set [0-9-]{10}\nprovision/999  set [0-9-]{10}  not in the site file\n"
                + "trunk/voip  set [0-9-]{10}  not in the site file\nphone/106  missing\n$",
            output);
        Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
        Assert.DoesNotContain(made, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_can_be_removed()
    {
        _secrets.Set("trunk/voip", Password);
        Assert.Equal(0, (await RunAsync("remove", "trunk/voip")).Code);
        Assert.Empty(_secrets.List());
        Assert.Equal(1, (await RunAsync("remove", "trunk/voip")).Code);
    }

    [Theory]
    [InlineData("trunk/voip", "")]
    [InlineData("trunk/voip", null)]
    [InlineData("phone/105", "hunter2")]
    [InlineData("voip", Password)]
    public async Task What_cannot_be_a_secret_is_refused_in_words_without_repeating_it(string name, string? typed)
    {
        _input.Line = typed;
        var (code, output) = await RunAsync("set", name);
        Assert.Equal(1, code);
        Assert.Empty(_secrets.List());
        Assert.True(string.IsNullOrEmpty(typed) || !output.Contains(typed, StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_lost_key_is_told()
    {
        _secrets.Set("trunk/voip", Password);
        File.Delete(_folder.File("secret.key"));
        var (_, output) = await RunAsync("list");
        Assert.Contains("(secret.key) is gone", output, StringComparison.Ordinal);
        Assert.Contains("cannot be read: enter it anew", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var root = new RootCommand { SecretCommand.Create(_input) };
        var code = await root.Parse(["secret", .. arguments, "--data", _folder.Path])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    private sealed class Typed : ISecretInput
    {
        public string? Line { get; set; }

        public string Prompt { get; private set; } = "";

        public Task<string?> ReadAsync(string prompt, CancellationToken cancel)
        {
            Prompt = prompt;
            return Task.FromResult(Line);
        }
    }
}

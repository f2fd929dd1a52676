using System.CommandLine;
using Switchhook.Appliance.Commands;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Appliance;

public sealed class TokenCommandTests : IDisposable
{
    private const string Queue = "appointments";

    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public TokenCommandTests()
    {
        _database = Database.Open(_folder.Path, TimeProvider.System);
        new SiteVersions(_database, TimeProvider.System).Add(RepositoryFiles.Get("sites/demo/site.yaml").Text, "a test", "first");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_key_without_more_is_of_an_admin_and_never_ends()
    {
        var (code, output) = await RunAsync("create", "reports");

        Assert.Equal(0, code);
        var token = new TokenStore(_database, TimeProvider.System).Find(output.Trim())!;
        Assert.Equal((Rights.OfAdmin, null, "reports"), (token.Rights, token.EndsAt, token.Name));
    }

    [Fact]
    public async Task A_key_has_the_role_queues_and_end_that_were_asked_for()
    {
        var (code, output) = await RunAsync("create", "wall", "--role", "supervisor", "--end", "2199-01-31", "--queues", Queue);

        Assert.Equal(0, code);
        var token = new TokenStore(_database, TimeProvider.System).Find(output.Trim())!;
        Assert.Equal(new Rights(Role.Supervisor) { Queues = [Queue] }, token.Rights);
        Assert.Equal(new DateOnly(2199, 2, 1), DateOnly.FromDateTime(token.EndsAt!.Value.UtcDateTime.AddHours(12)));
        var (_, list) = await RunAsync("list");
        Assert.Contains($"supervisor of {Queue}", list, StringComparison.Ordinal);
        Assert.Contains("ends 2199-", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no such role.", "--role", "boss")]
    [InlineData("There is no such role.", "--role", "1")]
    [InlineData("The key must end on a day to come", "--end", "2020-01-01")]
    [InlineData("The key must end on a day to come", "--end", "soon")]
    [InlineData("There is no queue of that name.", "--role", "supervisor", "--queues", "gone")]
    [InlineData("Only supervisors and agents can be limited to queues.", "--role", "auditor", "--queues", "gone")]
    [InlineData("An agent's account belongs to an agent of the site.", "--role", "agent")]
    public async Task What_the_page_refuses_is_refused_with_the_same_words(string words, params string[] options)
    {
        var (code, output) = await RunAsync(["create", "reports", .. options]);

        Assert.Equal(1, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Empty(new TokenStore(_database, TimeProvider.System).List());
    }

    [Fact]
    public async Task A_box_that_was_never_started_gives_keys_with_a_role_but_none_with_queues()
    {
        using var empty = new TempFolder();
        Database.Open(empty.Path, TimeProvider.System).Dispose();

        Assert.Equal(0, (await RunInAsync(empty.Path, "create", "reports", "--role", "auditor")).Code);
        var (code, output) = await RunInAsync(empty.Path, "create", "reports", "--role", "supervisor", "--queues", "desk");

        Assert.Equal(1, code);
        Assert.Contains("Start the box once.", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunInAsync(_folder.Path, arguments);

    private static async Task<(int Code, string Output)> RunInAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        var root = new RootCommand { TokenCommand.Create() };
        var code = await root.Parse(["token", .. arguments, "--data", folder])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}

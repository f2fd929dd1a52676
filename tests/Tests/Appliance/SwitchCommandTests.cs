using System.CommandLine;
using Switchhook.Appliance.Commands;
using Switchhook.Testing;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Appliance;

/// <summary>The switch from a hunt group to a queue at the command line.</summary>
public sealed class SwitchCommandTests : IDisposable
{
    private static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    private readonly TempFolder _folder = new();

    public SwitchCommandTests() => File.WriteAllText(Site, Demo);

    private string Site => _folder.File("site.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_change_is_shown_and_nothing_is_written()
    {
        var (code, output) = await RunAsync("--group", "reception");

        Assert.Equal(0, code);
        Assert.Contains("+     - queue: reception\n", output, StringComparison.Ordinal);
        Assert.Contains("say --write", output, StringComparison.Ordinal);
        Assert.Equal(Demo, await File.ReadAllTextAsync(Site));
    }

    [Fact]
    public async Task With_write_the_file_is_written_and_the_way_back_gives_the_old_one()
    {
        Assert.Equal(0, (await RunAsync("--group", "reception", "--write")).Code);
        Assert.Contains("\n    - queue: reception\n", await File.ReadAllTextAsync(Site), StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("--queue", "reception", "--write")).Code);
        Assert.Equal(Demo, await File.ReadAllTextAsync(Site));
    }

    [Theory]
    [InlineData("There is no group \"nobody\".", "--group", "nobody", "--write")]
    [InlineData("Name either the hunt group", "--write")]
    [InlineData("Name either the hunt group", "--group", "reception", "--queue", "appointments")]
    public async Task What_cannot_be_switched_is_told_and_nothing_is_written(string words, params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(Demo, await File.ReadAllTextAsync(Site));
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await new RootCommand { SwitchCommand.Create() }.Parse(["switch", Site, .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}

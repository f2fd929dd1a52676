using Switchhook.Testing.Sip.Torture;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>The messages of RFC 4475 sent to the running box, which goes on serving meanwhile.</summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_is_treated_as_the_standard_says_over_udp_and_tcp()
    {
        var cases = TortureCorpus.Read(TortureCorpus.Folder);
        if (cases.Count == 0)
        {
            output.WriteLine($"There are no messages in {TortureCorpus.Folder}: nothing was sent.");
            return;
        }

        await using var box = await SipBox.StartAsync();
        var runner = new TortureRunner(box.Sip, TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(500));
        var udp = await runner.RunUdpAsync(cases);
        var tcp = await runner.RunTcpAsync(cases);

        output.WriteLine(TortureResult.Table(udp));
        output.WriteLine(TortureResult.Table(tcp));
        Assert.Equal(49, udp.Count);
        Assert.Equal(49, tcp.Count);
        Assert.Empty(udp.Concat(tcp).Where(one => one.Fault is not null).Select(one => $"{one.Case.Name}: {one.Fault}"));
        Assert.All(udp.Concat(tcp), one => Assert.True(one.Answer.IsAlive));
        Assert.True(box.Process.IsRunning);
    }
}

using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Torture;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>The runner of RFC 4475 against a server whose faults are known.</summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Baresip_gets_some_right_and_some_wrong()
    {
        var cases = TortureCorpus.Read(TortureCorpus.Folder);
        if (cases.Count == 0)
        {
            output.WriteLine($"There are no messages in {TortureCorpus.Folder}: nothing was sent.");
            return;
        }

        Assert.Equal(49, cases.Count);
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings { User = "user" });
        var runner = new TortureRunner(phone.Endpoint, TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300));

        var udp = await runner.RunUdpAsync(cases);

        output.WriteLine(TortureResult.Table(udp));
        Assert.InRange(udp.Count(one => one.Fault is null), 20, 40);
        Assert.All(udp, one => Assert.True(one.Answer.IsAlive));
        Assert.Null(udp.Single(one => one.Case.Name == "zeromf").Fault);

        // Of TCP, the first of each kind: enough to see that connections are asked and judged too.
        var tcp = await runner.RunTcpAsync(cases.DistinctBy(one => one.Kind));
        output.WriteLine(TortureResult.Table(tcp));
        Assert.Contains(tcp, one => one.Answer.Statuses.Count > 0);
    }
}

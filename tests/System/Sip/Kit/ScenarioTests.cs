using System.Net;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>The scenarios fit each other: what one does is what the other expects. So a fault that they find later is the box's.</summary>
public sealed class ScenarioTests
{
    private static readonly SippOptions Known = new() { User = "trunk", Password = "secret" };

    [Theory]
    [InlineData("Calls/call-hung-up", "Answers/answer-hang-up")]
    [InlineData("Calls/early-media", "Answers/early-media")]
    [InlineData("Calls/reliable", "Answers/reliable")]
    [InlineData("Calls/late-offer", "Answers/answer")]
    [InlineData("Calls/refused", "Answers/refuse")]
    [InlineData("Calls/call-with-password", "Trunk/answer-with-password")]
    [InlineData("Calls/call-with-password?challenge=407", "Trunk/answer-with-proxy-password")]
    [InlineData("Trunk/incoming", "Answers/answer")]
    [InlineData("Trunk/unknown-caller", "Answers/refuse?code=403")]
    [InlineData("Cancel/before-any-answer", "Answers/no-answer")]
    [InlineData("Cancel/after-180", "Answers/no-answer")]
    [InlineData("Cancel/racing-the-answer?ring=100", "Answers/answer-or-cancelled")]
    [InlineData("Cancel/racing-the-answer", "Answers/answer-or-cancelled?ring=100")]
    [InlineData("Session/hold", "Session/held")]
    [InlineData("Session/hold-by-address", "Session/held?how=c=IN IP4 0.0.0.0")]
    [InlineData("Session/change-codec", "Session/changed")]
    [InlineData("Session/refresh-by-reinvite", "Session/refreshed")]
    [InlineData("Session/refresh-by-update", "Session/refreshed")]
    [InlineData("Session/glare", "Session/crossing")]
    [InlineData("Transfer/blind?target=300", "Transfer/transferee")]
    [InlineData("Dtmf/info-relay", "Dtmf/info-taken")]
    [InlineData("Dtmf/info-plain", "Dtmf/info-taken")]
    [InlineData("Faults/late-ack", "Answers/answer")]
    [InlineData("Faults/bye-crossing", "Faults/answer-byes-crossing")]
    public async Task Caller_and_phone_agree(string caller, string phone)
    {
        await using var answering = await SippRun.StartAsync(Load(phone), Known with { TalkTime = TimeSpan.FromMilliseconds(100) });

        var called = await SippRun.RunAsync(Load(caller), Known with { Remote = answering.Endpoint });

        Assert.True(called.IsClean, called.ToString());
        var answered = await answering.EndAsync();
        Assert.True(answered.IsClean, answered.ToString());
    }

    [Fact]
    public async Task An_attended_transfer_names_the_second_call()
    {
        await using var first = await SippRun.StartAsync(Load("Transfer/transferee"), new SippOptions());
        await using var target = await SippRun.StartAsync(
            Load("Answers/answer-hang-up"), new SippOptions { TalkTime = TimeSpan.FromSeconds(1) });

        var (transferor, consultation) = await AttendedTransfer.RunAsync(
            new SippOptions { Remote = first.Endpoint }, new SippOptions { Remote = target.Endpoint }, "300");

        Assert.True(transferor.IsClean, transferor.ToString());
        Assert.True(consultation.IsClean, consultation.ToString());
        var heard = Assert.Single((await first.EndAsync()).Log);
        Assert.Matches("^sent on to <sip:300@.*[?]Replaces=second%2F%2F%2F.*%3Bto-tag%3Ds.*%3Bfrom-tag%3Dd", heard);
    }

    [Fact]
    public async Task Sipp_takes_every_scenario()
    {
        var nobody = new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Take());
        var twin = new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Take());

        // Other tests run these: the first does not start without its twin, the others not without their sound.
        string[] elsewhere = ["Transfer/attended", "Dtmf/in-band", "Answers/early-sound"];
        foreach (var name in SippScenario.All.Except(elsewhere))
        {
            await using var run = await SippRun.StartAsync(SippScenario.Load(name).WithMissing("1"), new SippOptions
            {
                Remote = nobody,
                User = "a",
                MoreArguments = name == "Transfer/attended-consultation" ? ["-3pcc", twin.ToString()] : [],
            });

            // What is taken waits for someone; what is not ends at once.
            Assert.True(run.IsRunning, name);
        }
    }

    [Fact]
    public void Every_scenario_can_be_filled()
    {
        var names = SippScenario.All.ToList();
        Assert.InRange(names.Count, 45, 100);
        foreach (var scenario in names.Select(SippScenario.Load))
        {
            var xml = scenario.WithMissing("x").ToXml(5060);
            Assert.DoesNotMatch(@"\{[+a-z]", xml);
            System.Xml.Linq.XDocument.Parse(xml);
        }
    }

    // A name, and what fills it: Folder/name?key=value.
    private static SippScenario Load(string text)
    {
        var parts = text.Split('?', 2);
        var scenario = SippScenario.Load(parts[0]);
        return parts.Length == 1 ? scenario : scenario.With(parts[1].Split('=', 2)[0], parts[1].Split('=', 2)[1]);
    }
}

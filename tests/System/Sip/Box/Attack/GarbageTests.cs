using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box.Attack;

/// <summary>
/// Ten thousand spoiled messages to the running box while a call goes on: half from a network that the site trusts, so that no ban hides
/// what they do, half from the address of its trunk, whose INVITEs reach the flow of callers.
/// </summary>
public sealed class GarbageTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int Datagrams = 10_000;
    private const int Streams = 300;
    private const long MostGrowth = 64L << 20;

    [Fact]
    public async Task Ten_thousand_spoiled_messages_stop_nothing_and_are_answered_as_the_standard_says()
    {
        await using var box = await SipBox.StartAsync(more:
            """
            sip: {trusted: [127.0.0.2/32, 127.0.0.3/32]}
            trunks:
              voip: {server: "127.0.0.3:9", transport: udp, route: callers, channels: 20, check: off}
            """);
        await using var phone = await box.PhoneAsync("105", settings => settings with { Limit = TimeSpan.FromMinutes(2) });
        await phone.DialAsync($"sip:102@{box.Sip}");
        await box.PhoneIsAsync("102", "ringing");
        await box.DoAsync("phones/102", "lift");
        await phone.NextAsync(BaresipEventKind.CallEstablished);

        await using var friend = new GarbageSender(box.Sip, "127.0.0.2", Seed);
        await using var provider = new GarbageSender(box.Sip, "127.0.0.3", Seed + 10);
        await using var asking = await SippRun.StartAsync(SippScenario.Load("Calls/options"), Asking with { Remote = box.Sip });
        await SendAsync(friend, provider);
        var before = ProcessCost.Of(box.Process.Id).ResidentBytes;
        await SendAsync(friend, provider);
        await Task.WhenAll(friend.SendOnStreamsAsync(Streams / 2, 15), provider.SendOnStreamsAsync(Streams / 2, 15));
        var after = ProcessCost.Of(box.Process.Id).ResidentBytes;
        var asked = await asking.FinishAsync();

        Tell(friend, provider, before, after, asked);
        Assert.Empty(friend.Faults.Concat(provider.Faults).Take(5));
        Assert.True(friend.Statuses.Values.Sum() > Datagrams / 5, "Hardly anything was answered: this shows nothing.");
        Assert.True(asked.IsClean, asked.ToString());
        Assert.True(after - before < MostGrowth, $"{before} grew to {after} octets.");
        await AssertCallsGoOnAsync(box, phone);
    }

    private static SippOptions Asking => new()
    {
        Calls = null,
        Rate = 5,
        ReceiveLimit = TimeSpan.FromSeconds(5),
        Limit = TimeSpan.FromMinutes(2),
        TraceMessages = false,
        TraceResponseTimes = true,
    };

    // A quarter of all each; those of the trunk are fewer at once, as each INVITE rings phones.
    private static Task SendAsync(GarbageSender friend, GarbageSender provider) =>
        Task.WhenAll(friend.SendAsync(Datagrams / 4, atOnce: 10), provider.SendAsync(Datagrams / 4, atOnce: 10));

    private void Tell(GarbageSender friend, GarbageSender provider, long before, long after, SippResult asked)
    {
        output.WriteLine($"Seed {Seed}. Octets in use after half of them: {before:N0}, after all: {after:N0}.");
        output.WriteLine($"Others: {asked.Successful} asked, the slowest answer took {asked.ResponseTime(1).TotalMilliseconds:0} ms.");
        foreach (var (name, sender) in new[] { ("trusted", friend), ("trunk", provider) })
        {
            var counts = sender.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}");
            output.WriteLine($"{name}: {string.Join(", ", counts)}");
            foreach (var fault in sender.Faults.GroupBy(one => one.Split(":\n")[0]))
            {
                output.WriteLine($"{fault.Count()} answers: {fault.First()}");
            }
        }
    }

    // The call of before still stands, and another comes through.
    private static async Task AssertCallsGoOnAsync(SipBox box, BaresipPhone phone)
    {
        Assert.True(box.Process.IsRunning);
        Assert.DoesNotContain(phone.Events, one => one.Kind == BaresipEventKind.CallClosed);
        await box.UntilAsync(() => IsAloneAsync(box), "only the true call is left", TimeSpan.FromSeconds(60));
        await using var other = await box.PhoneAsync("106", settings => settings with { Answers = true });
        await using var caller = await box.PhoneAsync("107");
        await caller.DialAsync($"sip:106@{box.Sip}");
        await caller.NextAsync(BaresipEventKind.CallEstablished);
        await caller.HangUpAsync();
        await box.DoAsync("phones/102", "hang-up");
        await phone.NextAsync(BaresipEventKind.CallClosed);
    }

    // Whoever rings on is answered, and gets nobody.
    private static async Task<bool> IsAloneAsync(SipBox box)
    {
        var status = (await box.GetAsync("api/v1/phones/101")).GetProperty("status").GetString();
        if (status != "idle")
        {
            await box.DoAsync("phones/101", status == "ringing" ? "lift" : "hang-up");
        }

        return (await box.LiveAsync()).GetProperty("calls").GetArrayLength() == 1;
    }
}

using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>
/// Calls that show only after a while how they go on, all at the same time: the timers of the protocol are half a minute and more.
/// </summary>
public sealed class LongCalls : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(75);

    // What asks and answers for session timers, as RFC 4028 names it in an answer: the box refreshes, at half of it.
    private const string BoxRefreshes = "Session-Expires: 90;refresher=uac";
    private const string WithoutUpdate = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";

    private SipBox _box = null!;
    private BaresipPhone _ward = null!;

    internal Task<SippResult> Refreshed { get; private set; } = null!;

    internal Task<SippResult> Crossing { get; private set; } = null!;

    internal Task<SippResult> RefusedOnce { get; private set; } = null!;

    internal Task<SippResult> Forgetful { get; private set; } = null!;

    internal Task<SippResult> Mute { get; private set; } = null!;

    /// <summary>The journal of the call in which a phone or caller was, as soon as it has ended.</summary>
    internal async Task<IReadOnlyList<string>> StoryAsync(string dialled)
    {
        var calls = await _box.CallsAsync();
        return await _box.StoryAsync(calls.FindIndex(call => call.GetProperty("dialled").GetString() == dialled));
    }

    public async Task InitializeAsync()
    {
        _box = await SipBox.StartAsync(more:
            """
            line-groups:
              analog: {lines: [2]}
            outbound:
              - {prefix: 8, digits: 7-11, over: analog}
            sip: {session-timer: 90 s}
            """);
        await _box.DoAsync("lines/2", "calls-out", new { farEnd = "answers", rings = 0 });
        _ward = await _box.PhoneAsync("108", settings => settings with { Answers = true, Limit = TimeSpan.FromSeconds(90) });
        Refreshed = CalledAsync("105", "101", SippScenario.Load("Session/refreshed"), run => run.Log.Count == 1);
        Crossing = CalledAsync("106", "102", Changed("Session/crossing"), run => Acknowledgements(run) == 3);
        RefusedOnce = CalledAsync("107", "103", Changed("Session/refuse-once"), run => Acknowledgements(run) == 3);
        Forgetful = CallAsync(
            "83125550142", SippScenario.Load("Calls/call-hung-up").With("timer", "Supported: timer\nSession-Expires: 90;refresher=uac"));
        Mute = CallAsync("108", SippScenario.Load("Faults/no-ack"));
    }

    public async Task DisposeAsync()
    {
        await _ward.DisposeAsync();
        await _box.DisposeAsync();
    }

    private static SippScenario Changed(string scenario) =>
        SippScenario.Load(scenario).With("timer", BoxRefreshes).With("methods", WithoutUpdate);

    private static int Acknowledgements(SippResult run) => run.Messages.Split("ACK sip:").Length - 1;

    // Rung by an analog phone, which hangs up when what is to be shown is shown.
    private async Task<SippResult> CalledAsync(string phone, string caller, SippScenario scenario, Func<SippResult, bool> isShown)
    {
        var options = await _box.RegisteredAsync(phone) with { ReceiveLimit = Limit, Limit = Limit, EchoRtp = true };
        await using var callee = await SippRun.StartAsync(scenario, options);
        await _box.DialAsync(caller, phone);
        while (callee.IsRunning && !isShown(callee.SoFar))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        await _box.DoAsync($"phones/{caller}", "hang-up");
        return await callee.EndAsync();
    }

    private async Task<SippResult> CallAsync(string dialled, SippScenario scenario) => await SippRun.RunAsync(
        scenario.AsPhone("105"),
        await _box.AsPhoneAsync("105", dialled) with { ReceiveLimit = Limit, Limit = Limit, EchoRtp = true });
}

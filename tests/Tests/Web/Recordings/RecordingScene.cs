using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Tests.Recording;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Recordings;

/// <summary>Four recorded calls of a morning, a minute apart, and one that was not recorded.</summary>
internal static class RecordingScene
{
    /// <summary>What each call's sound is: a second, the first half of it loud.</summary>
    public static byte[] Sound { get; } =
        SoundPeaksTests.WavOf(CompandingLaw.ALaw, 8000, frame => (frame < 4000 ? 20000 : 0, 5000)).ToArray();

    /// <summary>
    /// call-1: +13125550141 by queue desk with Ana, 70 s. call-2: +13125550142 by sales with Bo, 10 s, noted "Wants 10 % off". call-3: Carl
    /// on line main-2, 30 s, no queue. call-4: phone 101 dialled 913125550199 over main-2, 5 s. call-5: not recorded.
    /// </summary>
    public static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        var box = web.Box;
        box.AddQueues();
        box.Recordings.Wav = Sound;
        box.Queued(1, "+13125550141", "desk", "ana", 70);
        box.Queued(2, "+13125550142", "sales", "bo", 10);
        box.Write(new CallNoted(Id(2), "Wants 10 % off", "ana"));
        var third = box.Ring("call-3", "Carl", "+13125550143", "main-2");
        box.Answer(third);
        box.End(third, TimeSpan.FromSeconds(30));
        box.Pass(60);
        box.Write(
            new CallStarted(Id(4), CallDirection.Outbound, Party.Phone("101"), null, null, "A phone.", "913125550199"),
            new LegStarted(Id(4), "leg-4", Party.Line("main-2"), LegOrigin.Box, "The first free line."),
            new RecordingStarted(Id(4), "rec-call-4", "2026/11/call-4.wav"));
        box.End(Id(4), TimeSpan.FromSeconds(5));
        box.Pass(60);
        box.End(box.Ring("call-5"));
        return web;
    }

    public static CallId Id(int number) => new($"call-{number}");

    private static void Queued(this FakeBox box, int number, string caller, string queue, string agent, int seconds)
    {
        var call = Id(number);
        box.Write(
            new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), caller, null, "By caller ID.", null),
            new LegStarted(call, $"leg-{number}", Party.Line("main-1"), LegOrigin.Party, "It rings."),
            new QueueEntered(call, $"{call}-1", queue, "Call", caller, "main-1", null, false, "Place 1."),
            new QueueJoined(call, $"{call}-1", agent, "leg"),
            new RecordingStarted(call, $"rec-{call}", $"2026/11/{call}.wav"),
            new QueueTalkEnded(call, $"{call}-1", agent, false));
        box.End(call, TimeSpan.FromSeconds(seconds));
        box.Pass(60);
    }
}

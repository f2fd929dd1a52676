using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site.Queues;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Api.Queues;

/// <summary>A clinic with two queues and three agents, and what happens there.</summary>
internal static class QueueScene
{
    private static readonly string[] Members = ["ana", "bo"];

    public static void AddQueues(this FakeBox box) => box.Site.Model = box.Site.Model with
    {
        Agents = ImmutableSortedDictionary<string, AgentConfig>.Empty
            .Add("ana", new AgentConfig("ana", "Ana", "11") { Phone = "101" })
            .Add("bo", new AgentConfig("bo", "Bo", "12") { Phone = "102" })
            .Add("chen", new AgentConfig("chen", "Chen", "13")),
        Queues = ImmutableSortedDictionary<string, QueueConfig>.Empty
            .Add("desk", new QueueConfig("desk", [.. Members.Select(name => new QueueAgent(name, TimeSpan.Zero))])
            {
                ServiceLevel = new ServiceLevel(80, TimeSpan.FromSeconds(15)),
            })
            .Add("sales", new QueueConfig("sales", [new QueueAgent("ana", TimeSpan.Zero)])),
        PauseReasons = ImmutableSortedDictionary<string, string>.Empty.Add("1", "lunch"),
    };

    /// <summary>Ana answers one caller after 10 s and talks for a minute; the next gives up after 40 s; the third waits for 5 s.</summary>
    public static void PlayMorning(this FakeBox box)
    {
        box.Agent("ana", AgentState.Available);
        var first = box.Enter(1, "+13125550141");
        box.Pass(10);
        box.Agent("ana", AgentState.Talking, "call-1-1");
        box.Write(new QueueJoined(first, "call-1-1", "ana", "leg"));
        box.Pass(60);
        box.Write(new QueueTalkEnded(first, "call-1-1", "ana", false), new CallEnded(first, Cause.FarEnd));
        box.Agent("ana", AgentState.Paused, reason: "lunch");
        var second = box.Enter(2, "+13125550142");
        box.Pass(40);
        box.Write(new QueueLeft(second, "call-2-1", "Abandoned", "The caller gave up."), new CallEnded(second, Cause.FarEnd));
        box.Enter(3, "+13125550141");
        box.Pass(5);
        box.Desk.Turns.Add(new WaitingTurn("call-3-1", null, Rests: false));
    }

    /// <summary>The caller of a call that waits leaves a message in his place.</summary>
    public static void LeaveMessage(this FakeBox box, int number)
    {
        var (call, now, caller) = (new CallId($"call-{number}"), box.Time.GetUtcNow(), "+13125550141");
        var spoken = new MessageOwed(
            call,
            $"{call}-1",
            $"{call}-2",
            "desk",
            $"sound-{number}",
            TimeSpan.FromSeconds(9),
            caller,
            now,
            TimeSpan.Zero,
            [],
            now.AddDays(7));
        box.Write(
            new QueueLeft(call, spoken.Visit, "MessageLeft", "A message."),
            spoken,
            new QueueEntered(call, spoken.Ticket, "desk", "Message", caller, null, now, true, "Waits.") { Message = spoken.Recording },
            new CallEnded(call, Cause.FarEnd));
        box.Desk.Turns.Add(new WaitingTurn(spoken.Ticket, null, Rests: false));
    }

    /// <summary>A call back waits for the caller who gave up; when he is reached, it ends.</summary>
    public static void CallBack(this FakeBox box, bool isReached)
    {
        var call = new CallId("call-2");
        box.Write(isReached
            ? [new QueueLeft(call, "call-2-2", "Answered", "Called."), new CallbackEnded(call, "call-2-1", "call-2-2", true, "Reached.")]
            : [new QueueEntered(call, "call-2-2", "desk", "Callback", "3125550142", null, null, true, "Waits.")]);
    }

    public static void Pass(this FakeBox box, int seconds) => ((ManualTimeProvider)box.Time).Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>A caller gives up.</summary>
    public static void Abandon(this FakeBox box, int number, string caller, int seconds)
    {
        var call = box.Enter(number, caller);
        box.Pass(seconds);
        box.Write(new QueueLeft(call, $"{call}-1", "Abandoned", "The caller gave up."), new CallEnded(call, Cause.FarEnd));
    }

    /// <summary>A caller is answered at once, and talks for ten seconds.</summary>
    public static void TalkWith(this FakeBox box, int number, string caller)
    {
        var call = box.Enter(number, caller);
        box.Write(new QueueJoined(call, $"{call}-1", "ana", "leg"));
        box.Pass(10);
        box.Write(new QueueTalkEnded(call, $"{call}-1", "ana", false), new CallEnded(call, Cause.FarEnd));
    }

    /// <summary>A caller comes to the desk.</summary>
    public static CallId Enter(this FakeBox box, int number, string caller)
    {
        var call = new CallId($"call-{number}");
        box.Write(
            new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), caller, null, "By caller ID.", null),
            new LegStarted(call, $"leg-{number}", Party.Line("main-1"), LegOrigin.Party, "It rings."),
            new QueueEntered(call, $"{call}-1", "desk", "Call", caller, "main-1", null, false, "Place 1."));
        return call;
    }

    private static void Agent(this FakeBox box, string name, AgentState state, string? visit = null, string? reason = null) =>
        box.Write(new AgentChanged(name, state.ToString(), null, null, visit, "101", reason, $"{name}: {state}."));
}

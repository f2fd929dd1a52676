using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Tests.Web.Api.Queues;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Api.Advice;

/// <summary>
/// Four weeks of a clinic. On Mondays at 10:00 callers of queue desk come in twos every 400 s, by two lines; Ana answers the first after
/// 10 s and the second after 200 s, and talks for 180 s with each.
/// </summary>
internal static class AdviceScene
{
    /// <summary>Twos that came on the Mondays, the first four weeks ago.</summary>
    public static readonly int[] Twos = [2, 3, 2, 4];

    /// <summary>The first Monday.</summary>
    public static readonly DateOnly First = new(2026, 11, 23);

    public static async Task<TestWeb> StartAsync()
    {
        var web = await TestWeb.StartAsync();
        web.Box.AddQueues();
        web.Box.PlayWeeks();
        return web;
    }

    /// <summary>Ends at the beginning of the fifth Monday, 8:00.</summary>
    public static void PlayWeeks(this FakeBox box)
    {
        var number = 0;
        foreach (var twos in Twos)
        {
            box.Pass(2 * 3600);
            box.Write(Ana(AgentState.Available));
            for (var two = 0; two < twos; two++)
            {
                var (first, second) = (box.Enter(++number, "main-1"), box.Enter(++number, "main-2"));
                box.Pass(10);
                box.Write(new QueueJoined(first, $"{first}-1", "ana", "leg"));
                box.Pass(180);
                box.Write(new QueueTalkEnded(first, $"{first}-1", "ana", false), new CallEnded(first, Cause.FarEnd));
                box.Pass(10);
                box.Write(new QueueJoined(second, $"{second}-1", "ana", "leg"));
                box.Pass(180);
                box.Write(new QueueTalkEnded(second, $"{second}-1", "ana", false), new CallEnded(second, Cause.FarEnd));
                box.Pass(20);
            }

            box.Pass(1800 - (twos * 400));
            box.Write(Ana(AgentState.LoggedOut));
            box.Pass((7 * 86_400) - (2 * 3600) - 1800);
        }
    }

    /// <summary>Group reception is rung for two callers: phone 101 lifts after 5 s, and the other gives up after 60 s.</summary>
    public static void PlayGroup(this FakeBox box)
    {
        var first = box.RingPhone("20261221-080000-aaaaaa", "101");
        box.Pass(5);
        box.Write(new LegAnswered(first, $"{first}-2", Party.Phone("101")), new CallConnected(first, Party.Phone("101")));
        box.Pass(120);
        box.End(first);
        var second = box.RingPhone("20261221-080500-bbbbbb", "102");
        box.Pass(60);
        box.Write(
            new LegEnded(second, $"{second}-2", Party.Phone("102"), new Cause(CauseCode.HungUp, "The caller gave up.")),
            new CallEnded(second, Cause.HungUp("The caller")));
    }

    private static CallId RingPhone(this FakeBox box, string id, string phone)
    {
        var call = box.Ring(id);
        box.Write(new LegStarted(call, $"{call}-2", Party.Phone(phone), LegOrigin.Box, $"Rings phone {phone}."));
        return call;
    }

    private static CallId Enter(this FakeBox box, int number, string line)
    {
        var call = new CallId($"call-{number}");
        box.Write(
            new CallStarted(call, CallDirection.Inbound, Party.Line(line), "+13125550141", null, "By caller ID.", null),
            new LegStarted(call, $"leg-{number}", Party.Line(line), LegOrigin.Party, "It rings."),
            new QueueEntered(call, $"{call}-1", "desk", "Call", "+13125550141", line, null, false, "Place 1."));
        return call;
    }

    private static AgentChanged Ana(AgentState state) => new("ana", state.ToString(), null, null, null, "101", null, $"ana: {state}.");
}

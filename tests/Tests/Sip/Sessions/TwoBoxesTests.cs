using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Calling;
using Switchhook.Sip.Transport;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>Two whole stacks call each other over a network that loses, doubles and disorders; chance plays their users.</summary>
public sealed class TwoBoxesTests
{
    private const int Calls = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_call_ends_on_both_sides_and_leaves_nothing_whatever_is_lost(int seed)
    {
        using var caller = new SessionBox();
        using var callee = new SessionBox(beside: caller);
        Trouble(caller);
        Trouble(callee);
        var random = new Random(seed);
        var answered = 0;
        for (var i = 0; i < Calls; i++)
        {
            Play(caller, callee, random);
            answered += caller.Told.Contains("answered") ? 1 : 0;
        }

        Assert.InRange(answered, Calls / 4, Calls);
        caller.IsQuiet();
        callee.IsQuiet();
    }

    private static void Trouble(SessionBox box)
    {
        var knobs = box.Wire.Knobs;
        (knobs.DropShare, knobs.DuplicateEvery, knobs.LateEvery) = (0.3, 7, 5);
        (knobs.LateBy, knobs.Delay, knobs.Jitter) =
            (TimeSpan.FromMilliseconds(700), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30));
    }

    private static void Play(SessionBox caller, SessionBox callee, Random random)
    {
        caller.Forget();
        callee.Forget();
        var from = NameAddress.Create("Alice", SipUri.Parse(SessionBox.Alice)!);
        Do(caller, () => caller.Start(new CallRequest(SipUri.Parse("sip:bob@192.0.2.2")!, callee.Wire.By(TransportKind.Udp), from)));
        Wait(caller, random, 3);
        Do(callee, () => callee.Incoming?.Ring(random.Next(2) == 0 ? 180 : 183, hasMedia: random.Next(2) == 0));
        Wait(caller, random, 2);
        if (random.Next(4) == 0)
        {
            caller.HangUp();
        }

        Do(callee, () => callee.Incoming?.Answer());
        Wait(caller, random, 4);
        for (var i = random.Next(3); i > 0; i--)
        {
            Do(caller, () => caller.Session.Modify());
            Do(callee, () => callee.Incoming?.Session.Modify());
            Wait(caller, random, 10);
        }

        caller.HangUp();
        if (random.Next(2) == 0)
        {
            Do(callee, () => callee.Incoming?.Session.HangUp(new SessionEnd(EndedBy.Box, 0, "Hung up.")));
        }

        // When every answer of the callee is lost, its phone rings until its own limit of 10 minutes.
        caller.Driver.AdvanceUntil(
            () => caller.Session.Phase == SessionPhase.Ended && callee.Incoming is not { Session.Phase: not SessionPhase.Ended },
            TimeSpan.FromMinutes(11),
            "The end of a call on both sides");
    }

    private static void Wait(SessionBox box, Random random, int seconds) =>
        box.Driver.Advance(TimeSpan.FromMilliseconds(random.Next(seconds * 1000)));

    private static void Do(SessionBox box, Action work) => box.Driver.Do(work);
}

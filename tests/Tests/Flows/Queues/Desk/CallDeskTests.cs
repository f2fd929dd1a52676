using Switchhook.Acd;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;

namespace Switchhook.Tests.Flows.Queues.Desk;

/// <summary>What people do with calls at a page, on a whole box with simulated telephones.</summary>
public sealed class CallDeskTests : IDisposable
{
    private readonly QueueBox _queue = new();

    public void Dispose() => _queue.Dispose();

    [Theory]
    [InlineData(SupervisionMode.Listen, "listens to phone 101, and is heard by nobody.")]
    [InlineData(SupervisionMode.Whisper, "whispers to phone 101, and is heard by nobody else.")]
    [InlineData(SupervisionMode.Barge, "joins the conversation of phone 101, and is heard by all.")]
    public void A_supervisor_whose_phone_rings_first_hears_the_call_and_the_journal_tells_who(SupervisionMode mode, string words)
    {
        _queue.LogIn(1);
        _queue.Call(1);
        _queue.Answer(1);
        var box = _queue.Box;
        box.Advance(2);

        Assert.Null(box.Driver.Do(() => box.Core.Switchboard.CallDesk.Monitor("ana", "104", mode, "Dora")));
        box.Until(() => box.Phone(4).IsRinging, 5, "The supervisor's phone rings");
        Assert.DoesNotContain(box.Entries<StepTaken>(), step => step.Why.Contains("asked for by", StringComparison.Ordinal));
        box.Phone(4).Lift();
        box.Until(() => Told().Any(), 5, "The supervisor hears the call");

        Assert.Contains(", asked for by Dora,", Told().Single(), StringComparison.Ordinal);
        Assert.EndsWith(words, Told().Single(), StringComparison.Ordinal);
        box.Line(1).HangUp();
        box.Until(() => _queue.StatusOf(4) != PhoneStatus.InCall, 5, "The supervisor is let go with the call");
    }

    [Fact]
    public void An_agent_who_talks_to_nobody_cannot_be_heard_and_no_phone_rings()
    {
        _queue.LogIn(1);
        var box = _queue.Box;

        Assert.Equal(
            "ana talks to nobody at a phone of the house.",
            box.Driver.Do(() => box.Core.Switchboard.CallDesk.Monitor("ana", "104", SupervisionMode.Listen, "Dora")));

        box.Advance(2);
        Assert.False(box.Phone(4).IsRinging);
    }

    [Fact]
    public void An_agent_whose_call_ends_before_the_supervisor_lifts_is_not_heard()
    {
        _queue.LogIn(1);
        _queue.Call(1);
        _queue.Answer(1);
        var box = _queue.Box;
        box.Advance(2);
        Assert.Null(box.Driver.Do(() => box.Core.Switchboard.CallDesk.Monitor("ana", "104", SupervisionMode.Barge, "Dora")));
        box.Until(() => box.Phone(4).IsRinging, 5, "The supervisor's phone rings");

        box.Phone(1).HangUp();
        box.Advance(3);
        box.Phone(4).Lift();

        box.Until(
            () => box.Entries<CallEnded>().Any(one => one.Cause.Words == "Phone 101 talks to nobody."), 5, "The supervisor's call ends");
        Assert.Empty(Told());
    }

    [Fact]
    public void A_click_rings_the_phone_first_and_then_the_colleague()
    {
        var box = _queue.Box;

        Assert.Null(box.Driver.Do(() => box.Core.Switchboard.CallDesk.Call("104", "102", "Dora")));
        box.Until(() => box.Phone(4).IsRinging, 5, "The phone rings first");
        Assert.False(box.Phone(2).IsRinging);
        box.Phone(4).Lift();
        box.Until(() => box.Phone(2).IsRinging, 5, "Then the colleague's");
        box.Phone(2).Lift();
        box.Until(() => box.Entries<CallConnected>().Any(), 3, "They talk");

        Assert.Contains(box.Entries<StepTaken>(), step => step.Why == "Dora calls 102 by a click.");
    }

    [Theory]
    [InlineData("911")]
    [InlineData("*42")]
    [InlineData("104")]
    public void A_click_dials_no_code_no_call_for_help_and_nothing_that_no_rule_allows(string number)
    {
        var box = _queue.Box;

        Assert.NotNull(box.Driver.Do(() => box.Core.Switchboard.CallDesk.Call("104", number, "Dora")));

        box.Advance(2);
        Assert.False(box.Phone(4).IsRinging);
    }

    [Fact]
    public void A_caller_who_waits_is_given_to_the_agent_that_is_named()
    {
        _queue.LogIn(2);
        _queue.Call(1);
        var box = _queue.Box;
        box.Until(() => box.Phone(1).IsRinging, 10, "Ana comes first in the order");
        var visit = box.Entries<QueueEntered>().Single().Visit;

        Assert.Null(box.Driver.Do(() => box.Core.Queues.Give(visit, "bo", "Dora")));

        box.Until(() => box.Phone(2).IsRinging, 5, "Bo is rung");
        box.Until(() => _queue.StateOf("ana") == AgentState.Available, 5, "Ana is let go");
        Assert.Contains(box.Entries<StepTaken>(), step => step.Why == "Given to bo by Dora.");
        Assert.Contains("a supervisor gives this caller", box.Entries<QueueOffered>().Last().Why, StringComparison.Ordinal);
        Assert.Equal("chen is not at work now.", box.Driver.Do(() => box.Core.Queues.Give(visit, "chen", "Dora")));
        Assert.Equal("The caller does not wait any more.", box.Driver.Do(() => box.Core.Queues.Give("gone", "bo", "Dora")));
    }

    private IEnumerable<string> Told() => _queue.Box.Entries<StepTaken>()
        .Where(step => step.Step == "supervision" && step.Why.Contains("asked for by", StringComparison.Ordinal)).Select(step => step.Why);
}

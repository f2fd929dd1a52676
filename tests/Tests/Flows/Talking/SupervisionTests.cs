using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Talking;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Talking;

/// <summary>A customer on a line, an agent and a supervisor at simulated phones: who hears whom, what is told, how it ends.</summary>
public sealed class SupervisionTests : IDisposable
{
    private const int CustomerHertz = 500;
    private const int AgentHertz = 1100;
    private const int SupervisorHertz = 1900;

    private SupervisedHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_supervisor_goes_through_all_ways_by_keys_and_each_is_told()
    {
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Listen);
        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz], supervisor: [CustomerHertz, AgentHertz]);

        Press('5');
        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz, SupervisorHertz], supervisor: [CustomerHertz, AgentHertz]);

        Press('6');
        AssertHeard(
            customer: [AgentHertz, SupervisorHertz],
            agent: [CustomerHertz, SupervisorHertz],
            supervisor: [CustomerHertz, AgentHertz]);

        Press('4');
        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz], supervisor: [CustomerHertz, AgentHertz]);

        Press('7');
        AssertHeard(customer: [SupervisorHertz], agent: null, supervisor: [CustomerHertz]);

        Assert.Equal([null], _house.Answers);
        Assert.Equal(
            [
                "Phone 103 (Phone 3) listens to phone 101, and is heard by nobody.",
                "Phone 103 (Phone 3) whispers to phone 101, and is heard by nobody else.",
                "Phone 103 (Phone 3) joins the conversation of phone 101, and is heard by all.",
                "Phone 103 (Phone 3) listens to phone 101, and is heard by nobody.",
                "Phone 103 (Phone 3) takes the call over from phone 101.",
            ],
            _house.Told);
        var agent = Assert.Single(_house.Entries<LegEnded>(), ended => ended.Party == Party.Phone("101"));
        Assert.Equal(new Cause(CauseCode.Transferred, "Phone 103 took the call over."), agent.Cause);

        // The supervisor's own call went on as the customer's.
        var call = Assert.Single(_house.Live.Current.Calls.Values);
        Assert.Equal(CallDirection.Inbound, call.Direction);
        _house["103"].HangUp();
        _house.Until(() => _house.Live.Current.Calls.IsEmpty, 10, "The call ends");
    }

    [Fact]
    public void The_keys_of_a_supervisor_reach_nobody()
    {
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Barge);
        var place = _house["101"].HeardAfter(default).End;

        _house["103"].Dial("123890*#");
        _house.Advance(3);

        Assert.Equal("", _house.Caller.KeysHeard);
        Assert.All(_house["101"].HeardAfter(place).Samples.ToArray(), sample => Assert.InRange(sample, -20, 20));
        Assert.Single(_house.Told);

        // As a party like the others the supervisor can work the customer's menu.
        Press('7');
        _house["103"].Dial("6");
        _house.Advance(1);
        Assert.Equal("6", _house.Caller.KeysHeard);
    }

    [Fact]
    public void Keys_of_the_customer_change_nothing_though_the_supervisors_telephone_gives_back_an_echo()
    {
        _house.Dispose();
        _house = new SupervisedHouse(echoReturnLossDb: 10);
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Listen);

        _house.Caller.PressKeys("567567567");
        _house.Advance(3);
        Assert.Single(_house.Told);

        // The supervisor's own keys still do.
        _house["103"].Dial("5");
        _house.Advance(1);
        Assert.Equal(2, _house.Told.Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_only_hears_does_not_keep_the_call_when_the_agent_leaves(bool whispers)
    {
        _house.Connect();
        _house.Supervise("103", whispers ? SupervisionMode.Whisper : SupervisionMode.Listen);

        _house["101"].HangUp();

        _house.Until(() => _house.Live.Current.Calls.IsEmpty, 3, "The call ends");
        Assert.Equal(Cause.HungUp("Phone 101"), _house.Entries<CallEnded>().Last().Cause);
    }

    [Fact]
    public void Who_only_hears_does_not_keep_the_call_when_the_customer_leaves()
    {
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Whisper);

        _house.Caller.HangUp();

        _house.Until(() => _house.Live.Current.Calls.IsEmpty, 15, "The call ends");
    }

    [Fact]
    public void Who_has_joined_in_goes_on_with_the_customer()
    {
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Barge);

        _house["101"].HangUp();
        _house.Advance(3);

        AssertHeard(customer: [SupervisorHertz], agent: null, supervisor: [CustomerHertz]);
        Assert.Equal("Phone 103 (Phone 3) goes on in the call without phone 101.", _house.Told.Last());
        Press('4');
        AssertHeard(customer: [SupervisorHertz], agent: null, supervisor: [CustomerHertz]);
    }

    [Fact]
    public void A_supervisor_who_hangs_up_leaves_the_two_alone()
    {
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Listen);

        _house["103"].HangUp();
        _house.Advance(2);

        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz], supervisor: null);
        Assert.Equal("Phone 103 (Phone 3) has left; it heard phone 101 until now.", _house.Told.Last());
        Assert.Single(_house.Live.Current.Calls);
    }

    [Fact]
    public void What_is_not_possible_is_said()
    {
        _house.Supervise("103", SupervisionMode.Listen);
        _house["103"].HangUp();
        _house.Advance(1);
        _house.Connect();
        _house.Supervise("103", SupervisionMode.Listen, "103");
        _house["103"].HangUp();
        _house.Advance(1);
        _house.Supervise("103", SupervisionMode.Listen, "102");

        Assert.Equal(
            ["Phone 101 talks to nobody.", "Phone 103 cannot listen to itself.", "Phone 102 talks to nobody."], _house.Answers);
        Assert.Empty(_house.Told);
        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz], supervisor: null);
    }

    [Fact]
    public void A_call_has_room_for_so_many()
    {
        _house.Connect();
        _house.Supervise("102", SupervisionMode.Listen);
        _house.Supervise("103", SupervisionMode.Whisper);
        _house.Supervise("104", SupervisionMode.Barge);

        Assert.Equal([null, null, null], _house.Answers);
        AssertHeard(
            customer: [AgentHertz], agent: [CustomerHertz, SupervisorHertz], supervisor: [CustomerHertz, AgentHertz]);
    }

    /// <summary>The supervisor has a colleague on hold, and must not send the customer to that one by hanging up.</summary>
    [Fact]
    public void A_supervisor_who_hangs_up_brings_nobody_together()
    {
        _house.Connect();
        _house.Dial("103", "102");
        _house["102"].Lift();
        _house.Advance(1);
        _house["103"].Flash(TimeSpan.FromMilliseconds(500));
        _house.Advance(2);
        _house["103"].Dial("80101");
        _house.Advance(2);
        Assert.Equal([null], _house.Answers);

        _house["103"].HangUp();
        _house.Until(() => _house["103"].IsRinging, 5, "The colleague on hold comes back");
        _house["103"].Lift();
        _house.Advance(1);

        AssertHeard(customer: [AgentHertz], agent: [CustomerHertz], supervisor: null);
        Assert.Equal(2, _house.Live.Current.Calls.Count);
        Assert.All(_house.Live.Current.Calls.Values, call => Assert.Equal(2, call.Legs.Count(leg => leg.EndedAt is null)));
    }

    /// <summary>The agent asks a colleague and transfers: the supervisor listened to the question, and does not come along.</summary>
    [Fact]
    public void A_transfer_takes_no_supervisor_along()
    {
        _house.Connect();
        _house["101"].Flash(TimeSpan.FromMilliseconds(500));
        _house.Advance(2);
        _house["101"].Dial("102");
        _house.Advance(2);
        _house["102"].Lift();
        _house.Advance(2);
        _house.Supervise("103", SupervisionMode.Listen, "102");
        Assert.Equal([null], _house.Answers);

        _house["101"].HangUp();
        _house.Advance(2);

        var call = Assert.Single(_house.Live.Current.Calls.Values);
        Assert.Equal(
            [Party.Line("main-1"), Party.Phone("102")], call.Legs.Where(leg => leg.EndedAt is null).Select(leg => leg.Party));
        Assert.DoesNotContain(call.Legs, leg => leg.Party == Party.Phone("103"));
    }

    private void Press(char key)
    {
        _house["103"].Speak(ReadOnlyMemory<short>.Empty);
        _house.Advance(0.3);
        _house["103"].Dial(key.ToString());
        _house.Advance(0.5);
    }

    private void AssertHeard(int[] customer, int[]? agent, int[]? supervisor)
    {
        _house.Caller.Speak(Tone(CustomerHertz), loop: true);
        if (agent is not null)
        {
            _house["101"].Speak(Tone(AgentHertz), loop: true);
        }

        if (supervisor is not null)
        {
            _house["103"].Speak(Tone(SupervisorHertz), loop: true);
        }

        _house.Advance(0.6);
        Assert.Equal(customer, TonesIn(_house.Caller.Heard()));
        Assert.Equal(agent ?? [], agent is null ? [] : TonesIn(_house["101"].Heard()));
        Assert.Equal(supervisor ?? [], supervisor is null ? [] : TonesIn(_house["103"].Heard()));
    }

    private static short[] Tone(int hertz) => SoundMaker.Sines(TimeSpan.FromSeconds(1), (hertz, -15));

    /// <summary>The tones above −45 dBm0 in the last 200 ms, whole periods of each.</summary>
    private static int[] TonesIn(short[] heard) =>
    [
        .. new[] { CustomerHertz, AgentHertz, SupervisorHertz }.Where(hertz =>
        {
            var (x, y) = (0.0, 0.0);
            for (var n = 0; n < 1600; n++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * hertz * n / 8000);
                x += heard[^(1600 - n)] * cos;
                y += heard[^(1600 - n)] * sin;
            }

            return Math.Sqrt((x * x) + (y * y)) / 800 > SoundMaker.Sines(TimeSpan.FromSeconds(1), (1000, -45)).Max();
        }),
    ];
}

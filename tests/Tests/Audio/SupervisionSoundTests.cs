using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

/// <summary>Who hears whom when a supervisor listens, whispers and joins in; to the sample.</summary>
public sealed class SupervisionSoundTests
{
    private readonly MediaEngine _engine = new([], CountryTable.Get("US"), _ => { });
    private readonly IAudioBridge _bridge;
    private readonly ScriptedEndpoint _customer = new(1000);
    private readonly ScriptedEndpoint _agent = new(200);
    private readonly ScriptedEndpoint _supervisor = new(30);
    private readonly IMediaChannel _customerChannel;
    private readonly IMediaChannel _agentChannel;
    private readonly IMediaChannel _supervisorChannel;

    public SupervisionSoundTests()
    {
        _bridge = _engine.OpenBridge();
        (_customerChannel, _agentChannel, _supervisorChannel) = (Open(_customer), Open(_agent), Open(_supervisor));
        _bridge.Join(_customerChannel, BridgeRole.Party);
        _bridge.Join(_agentChannel, BridgeRole.Party);
    }

    [Fact]
    public void Who_listens_hears_all_and_is_heard_by_none()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Listen);

        AssertHeard(customer: 200, agent: 1000, supervisor: 1200);
    }

    [Fact]
    public void Who_whispers_hears_all_and_is_heard_by_one()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);

        AssertHeard(customer: 200, agent: 1030, supervisor: 1200);
        AssertHeard(customer: 200, agent: 1030, supervisor: 1200);
    }

    [Fact]
    public void The_role_changes_at_the_next_tick()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        AssertHeard(customer: 200, agent: 1030, supervisor: 1200);

        _bridge.Join(_supervisorChannel, BridgeRole.Party);
        AssertHeard(customer: 230, agent: 1030, supervisor: 1200);

        _bridge.Join(_supervisorChannel, BridgeRole.Listen);
        AssertHeard(customer: 200, agent: 1000, supervisor: 1200);

        _bridge.Leave(_supervisorChannel);
        AssertHeard(customer: 200, agent: 1000, supervisor: 0);
    }

    [Fact]
    public void Two_who_whisper_are_both_heard_and_not_by_each_other()
    {
        var second = new ScriptedEndpoint(4);
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        _bridge.Join(Open(second), BridgeRole.Whisper, _agentChannel);

        AssertHeard(customer: 200, agent: 1034, supervisor: 1200);
        Assert.All(second.Heard, sample => Assert.Equal(1200, sample));
    }

    [Fact]
    public void A_whisper_is_heard_over_what_is_played_to_the_agent()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        var prompt = new Prompt("hold", Enumerable.Repeat((short)5, 320).ToArray());
        _ = _agentChannel.PlayAsync(prompt.Open(), PlayMode.Instead, CancellationToken.None);

        AssertHeard(customer: 200, agent: 35, supervisor: 1200);
    }

    [Fact]
    public void Nobody_hears_a_whisper_when_its_hearer_has_left()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        AssertHeard(customer: 200, agent: 1030, supervisor: 1200);

        _bridge.Leave(_agentChannel);

        AssertHeard(customer: 0, agent: 0, supervisor: 1000);
    }

    [Fact]
    public void A_tap_hears_no_whisper_but_a_supervisor_who_joins_in()
    {
        var (ofCustomer, ofAgent) = (new Tap(), new Tap());
        (_customerChannel.Tap, _agentChannel.Tap) = (ofCustomer, ofAgent);

        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        _engine.Tick();
        Assert.Equal((1000, 200), ofCustomer.Last);
        Assert.Equal((200, 1000), ofAgent.Last);

        _bridge.Join(_supervisorChannel, BridgeRole.Party);
        _engine.Tick();
        Assert.Equal((1000, 230), ofCustomer.Last);
        Assert.Equal((200, 1030), ofAgent.Last);
    }

    [Fact]
    public void Whispering_to_nobody_and_speaking_to_one_only_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _bridge.Join(_supervisorChannel, BridgeRole.Whisper));
        Assert.Throws<ArgumentException>(() => _bridge.Join(_supervisorChannel, BridgeRole.Listen, _agentChannel));
    }

    [Fact]
    public void A_key_that_is_kept_is_told_and_not_heard()
    {
        var posted = new Queue<Action>();
        var engine = new MediaEngine([], CountryTable.Get("US"), posted.Enqueue);
        var key = SoundMaker.Sines(TimeSpan.FromMilliseconds(80), (770, -10), (1336, -10));
        short[] tone = [.. new short[1234], .. key, .. new short[6000]];
        var (supervisor, customer) = (engine.OpenChannel("supervisor"), engine.OpenChannel("customer"));
        var heard = new ScriptedEndpoint(0);
        supervisor.Connect(new ScriptedEndpoint(n => tone[n % tone.Length]));
        supervisor.Detectors = Detectors.Dtmf;
        supervisor.KeepsKeys = true;
        customer.Connect(heard);
        var told = new List<Detection>();
        supervisor.Detected += told.Add;
        var bridge = engine.OpenBridge();
        bridge.Join(supervisor, BridgeRole.Party);
        bridge.Join(customer, BridgeRole.Party);

        // The second time that the tone comes is not in these 47 ticks.
        for (var tick = 0; tick < 47; tick++)
        {
            engine.Tick();
            Assert.All(heard.Heard, sample => Assert.Equal(0, sample));
        }

        while (posted.TryDequeue(out var work))
        {
            work();
        }

        Assert.Equal([new Detection.Digit('5')], told);

        supervisor.KeepsKeys = false;
        for (var tick = 0; tick < 10; tick++)
        {
            engine.Tick();
        }

        Assert.Contains(heard.Heard, sample => sample != 0);
    }

    [Fact]
    public void A_tick_with_a_supervisor_allocates_nothing()
    {
        _bridge.Join(_supervisorChannel, BridgeRole.Whisper, _agentChannel);
        _supervisorChannel.KeepsKeys = true;
        for (var tick = 0; tick < 100; tick++)
        {
            _engine.Tick();
        }

        var allocated = Allocation.Of(() =>
        {
            for (var tick = 0; tick < 1000; tick++)
            {
                _engine.Tick();
            }
        });
        Assert.Equal(0, allocated);
    }

    private void AssertHeard(short customer, short agent, short supervisor)
    {
        _engine.Tick();
        Assert.All(_customer.Heard, sample => Assert.Equal(customer, sample));
        Assert.All(_agent.Heard, sample => Assert.Equal(agent, sample));
        Assert.All(_supervisor.Heard, sample => Assert.Equal(supervisor, sample));
    }

    private IMediaChannel Open(IAudioEndpoint endpoint)
    {
        var channel = _engine.OpenChannel("test");
        channel.Connect(endpoint);
        return channel;
    }

    private sealed class Tap : IAudioTap
    {
        public (int Said, int Heard) Last { get; private set; }

        public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard) => Last = (said[0], heard[0]);
    }
}

using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

public class MediaEngineTests
{
    private readonly Queue<Action> _posted = new();
    private readonly MediaEngine _engine;

    public MediaEngineTests() => _engine = new MediaEngine([], CountryTable.Get("US"), _posted.Enqueue);

    [Fact]
    public void Two_parties_hear_each_others_samples_unchanged()
    {
        var random = new Random(1);
        var said = Enumerable.Range(0, 320).Select(_ => (short)random.Next(short.MinValue, short.MaxValue)).ToArray();
        var (a, b) = (new ScriptedEndpoint(n => said[n]), new ScriptedEndpoint(7));
        Bridge(a, b);

        _engine.Tick();
        Assert.Equal(said[..160], b.Heard);
        _engine.Tick();
        Assert.Equal(said[160..], b.Heard);
        Assert.All(a.Heard, sample => Assert.Equal(7, sample));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void More_parties_hear_the_sum_of_the_others(int parties)
    {
        var endpoints = Enumerable.Range(1, parties).Select(n => new ScriptedEndpoint((short)(n * 100))).ToArray();
        Bridge(endpoints);

        _engine.Tick();

        var sum = Enumerable.Range(1, parties).Sum() * 100;
        for (var n = 0; n < parties; n++)
        {
            Assert.All(endpoints[n].Heard, sample => Assert.Equal(sum - ((n + 1) * 100), sample));
        }
    }

    [Fact]
    public void A_sum_beyond_the_scale_is_held_at_its_end()
    {
        var endpoints = new[] { new ScriptedEndpoint(30_000), new ScriptedEndpoint(30_000), new ScriptedEndpoint(-30_000) };
        Bridge(endpoints);

        _engine.Tick();

        Assert.All(endpoints[2].Heard, sample => Assert.Equal(short.MaxValue, sample));
        Assert.All(endpoints[0].Heard, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_listener_hears_all_and_is_heard_by_none()
    {
        var (a, b, listener) = (new ScriptedEndpoint(100), new ScriptedEndpoint(10), new ScriptedEndpoint(1));
        var bridge = Bridge(a, b);
        bridge.Join(Open(listener), BridgeRole.Listen);

        _engine.Tick();

        Assert.All(listener.Heard, sample => Assert.Equal(110, sample));
        Assert.All(a.Heard, sample => Assert.Equal(10, sample));
    }

    [Fact]
    public void A_ninth_party_is_refused()
    {
        var bridge = Bridge([.. Enumerable.Range(0, 8).Select(_ => new ScriptedEndpoint(0))]);

        Assert.Throws<InvalidOperationException>(() => bridge.Join(_engine.OpenChannel("ninth"), BridgeRole.Party));
    }

    [Fact]
    public void A_channel_that_leaves_hears_silence_and_the_others_go_on()
    {
        var (a, b, c) = (new ScriptedEndpoint(1), new ScriptedEndpoint(2), new ScriptedEndpoint(4));
        var bridge = _engine.OpenBridge();
        var channels = new[] { Open(a), Open(b), Open(c) };
        Array.ForEach(channels, channel => bridge.Join(channel, BridgeRole.Party));
        _engine.Tick();

        bridge.Leave(channels[2]);
        _engine.Tick();

        Assert.All(c.Heard, sample => Assert.Equal(0, sample));
        Assert.All(a.Heard, sample => Assert.Equal(2, sample));
    }

    [Fact]
    public void A_channel_is_in_one_bridge_at_a_time()
    {
        var (a, b, c) = (new ScriptedEndpoint(1), new ScriptedEndpoint(2), new ScriptedEndpoint(4));
        var first = _engine.OpenBridge();
        var second = _engine.OpenBridge();
        var (channelA, channelB, channelC) = (Open(a), Open(b), Open(c));
        first.Join(channelA, BridgeRole.Party);
        first.Join(channelB, BridgeRole.Party);
        second.Join(channelC, BridgeRole.Party);

        second.Join(channelA, BridgeRole.Party);
        _engine.Tick();

        Assert.All(a.Heard, sample => Assert.Equal(4, sample));
        Assert.All(b.Heard, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void An_endpoint_goes_to_the_channel_that_connects_it_last()
    {
        var phone = new ScriptedEndpoint(5);
        var (first, second) = (new Tap(), new Tap());
        var (a, b) = (Open(phone), _engine.OpenChannel("second call"));
        (a.Tap, b.Tap) = (first, second);
        _engine.Tick();
        Assert.Equal(5, first.Said);

        b.Connect(phone);
        _engine.Tick();

        Assert.Equal(0, first.Said);
        Assert.Equal(5, second.Said);
    }

    [Fact]
    public async Task A_source_is_heard_to_its_end()
    {
        var phone = new ScriptedEndpoint(0);
        var playing = Open(phone).PlayAsync(new PromptSource(new short[] { 9, 9, 9 }), PlayMode.Instead, CancellationToken.None);

        _engine.Tick();
        Assert.Equal([9, 9, 9, 0], phone.Heard[..4]);
        Assert.False(playing.IsCompleted);
        Deliver();

        Assert.True(await playing);
    }

    [Fact]
    public async Task A_source_over_the_bridge_is_added_to_it()
    {
        var (a, b) = (new ScriptedEndpoint(100), new ScriptedEndpoint(0));
        var bridge = _engine.OpenBridge();
        var (channelA, channelB) = (Open(a), Open(b));
        bridge.Join(channelA, BridgeRole.Party);
        bridge.Join(channelB, BridgeRole.Party);

        var playing = channelB.PlayAsync(new PromptSource(new short[] { 11 }), PlayMode.Over, CancellationToken.None);
        _engine.Tick();
        Deliver();

        Assert.Equal([111, 100], b.Heard[..2]);
        Assert.True(await playing);
    }

    [Fact]
    public async Task The_next_source_ends_the_one_before()
    {
        var channel = Open(new ScriptedEndpoint(0));
        var first = channel.PlayAsync(new HoldSignal(), PlayMode.Instead, CancellationToken.None);
        var second = channel.PlayAsync(new PromptSource(new short[10]), PlayMode.Instead, CancellationToken.None);

        _engine.Tick();
        Deliver();

        Assert.False(await first);
        Assert.True(await second);
    }

    [Fact]
    public async Task Cancellation_ends_a_source_at_once()
    {
        var phone = new ScriptedEndpoint(0);
        using var gone = new CancellationTokenSource();
        var playing = Open(phone).PlayAsync(new ToneSource(CountryTable.Get("US").Tones[ToneKind.Dial], -13), PlayMode.Instead, gone.Token);
        _engine.Tick();
        Assert.Contains(phone.Heard, sample => sample != 0);

        await gone.CancelAsync();

        Assert.False(await playing);
        _engine.Tick();
        Assert.All(phone.Heard, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public async Task Closing_ends_everything()
    {
        var (a, b) = (new ScriptedEndpoint(1), new ScriptedEndpoint(2));
        var bridge = _engine.OpenBridge();
        var (channelA, channelB) = (Open(a), Open(b));
        bridge.Join(channelA, BridgeRole.Party);
        bridge.Join(channelB, BridgeRole.Party);
        var playing = channelA.PlayAsync(new HoldSignal(), PlayMode.Over, CancellationToken.None);
        _engine.Tick();

        channelA.Close();
        _engine.Tick();
        Deliver();

        Assert.False(await playing);
        Assert.All(b.Heard, sample => Assert.Equal(0, sample));
        Assert.False(await channelA.PlayAsync(new HoldSignal(), PlayMode.Over, CancellationToken.None));
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        for (var call = 0; call < 20; call++)
        {
            Bridge(new ScriptedEndpoint(1), new ScriptedEndpoint(2));
        }

        Bridge([.. Enumerable.Range(0, 5).Select(_ => new ScriptedEndpoint(3))]);
        var waiting = Open(new ScriptedEndpoint(0));
        waiting.Tap = new Tap();
        _ = waiting.PlayAsync(new HoldSignal(), PlayMode.Instead, CancellationToken.None);
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

    private IMediaChannel Open(IAudioEndpoint endpoint)
    {
        var channel = _engine.OpenChannel("test");
        channel.Connect(endpoint);
        return channel;
    }

    private IAudioBridge Bridge(params IAudioEndpoint[] endpoints)
    {
        var bridge = _engine.OpenBridge();
        foreach (var endpoint in endpoints)
        {
            bridge.Join(Open(endpoint), BridgeRole.Party);
        }

        return bridge;
    }

    private void Deliver()
    {
        while (_posted.TryDequeue(out var work))
        {
            work();
        }
    }

    private sealed class Tap : IAudioTap
    {
        public short Said { get; private set; }

        public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard) => Said = said[0];
    }
}

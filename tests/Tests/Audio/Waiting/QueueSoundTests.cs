using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Audio.Tones;
using Switchhook.Audio.Waiting;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio.Waiting;

/// <summary>What a caller in a queue hears, to the sample.</summary>
public sealed class QueueSoundTests
{
    private const int Fade = 1600;
    private const int Pause = 1600;
    private const short Loud = 8000;

    private readonly Queue<Action> _posted = new();
    private readonly MediaEngine _engine;
    private readonly Ear _caller = new();
    private readonly IMediaChannel _channel;

    public QueueSoundTests()
    {
        _engine = new MediaEngine([], CountryTable.Get("US"), _posted.Enqueue);
        _channel = _engine.OpenChannel("caller");
        _channel.Connect(_caller);
    }

    [Fact]
    public void Music_fades_in_and_has_no_end()
    {
        // Each sample tells its place, so that a gap or a repetition shows.
        var music = Enumerable.Range(1, 999).Select(n => (short)n).ToArray();
        Begin(new Prompt("music", music).Loop());

        Tick(100);

        Assert.True(_caller.Heard[100] < music[100]);
        for (var n = Fade; n < _caller.Heard.Count; n++)
        {
            Assert.Equal(music[n % music.Length], _caller.Heard[n]);
        }
    }

    [Fact]
    public async Task A_message_fades_the_music_out_is_said_whole_and_the_music_goes_on_where_it_stopped()
    {
        var music = Enumerable.Range(0, 100_000).Select(n => (short)(1000 + (n % 20_000))).ToArray();
        var sound = Begin(new Prompt("music", music).Loop());
        Tick(20);
        var start = _caller.Heard.Count;
        var message = Message(5000);

        var said = sound.SayAsync(message);
        Tick(100);

        var heard = _caller.Heard.Skip(start).ToArray();
        Assert.True(await said);
        Assert.Equal(message.Samples.ToArray(), heard[Fade..(Fade + 5000)]);
        Assert.Equal(new short[Pause], heard[(Fade + 5000)..(Fade + 5000 + Pause)]);

        var again = Fade + 5000 + Pause;
        for (var n = 0; n < Fade; n++)
        {
            Assert.Equal(music[start + n] * (Fade - 1 - n) / Fade, heard[n]);
            Assert.Equal(music[start + Fade + n] * (n + 1) / Fade, heard[again + n]);
        }

        Assert.Equal(music[start + (2 * Fade)], heard[again + Fade]);
    }

    [Fact]
    public async Task Messages_are_said_in_turn_and_each_tells_its_end()
    {
        var sound = Begin(new HoldSignal());
        var (first, second) = (Message(4000), Message(3000));
        var saidFirst = sound.SayAsync(first);
        var saidSecond = sound.SayAsync(second);

        Tick(26);
        Assert.True(saidFirst.IsCompleted);
        Assert.False(saidSecond.IsCompleted);
        Tick(40);

        Assert.True(await saidFirst);
        Assert.True(await saidSecond);
        Assert.Equal(first.Samples.ToArray(), _caller.Heard[..4000]);
        Assert.Equal(second.Samples.ToArray(), _caller.Heard[(4000 + Pause)..(7000 + Pause)]);
    }

    [Fact]
    public async Task A_newer_message_takes_the_place_of_one_that_has_not_begun()
    {
        var sound = Begin(new HoldSignal());
        var (running, old, other, fresh) = (Message(4000), Message(1000), Message(2000), Message(3000));
        _ = sound.SayAsync(running, "position");
        Tick(2);

        var saidOld = sound.SayAsync(old, "position");
        var saidOther = sound.SayAsync(other);
        var saidFresh = sound.SayAsync(fresh, "position");
        Assert.False(await saidOld);
        Tick(100);

        // What was being said goes on; the fresh one has the old one's turn.
        short[] expected =
        [
            .. running.Samples.Span, .. new short[Pause], .. fresh.Samples.Span, .. new short[Pause], .. other.Samples.Span,
        ];
        Assert.Equal(expected, _caller.Heard[..expected.Length]);
        Assert.True(await saidFresh);
        Assert.True(await saidOther);
    }

    [Fact]
    public async Task Too_many_messages_are_refused_but_a_newer_one_has_its_place()
    {
        var sound = Begin(new HoldSignal());
        for (var n = 0; n < QueueSound.MaxMessages; n++)
        {
            _ = sound.SayAsync(Message(100), n == 3 ? "position" : null);
        }

        Assert.False(await sound.SayAsync(Message(100)));
        var fresh = sound.SayAsync(Message(100), "position");
        Assert.False(fresh.IsCompleted);
        Tick(100);

        Assert.True(await fresh);
        var later = sound.SayAsync(Message(100));
        Tick(100);
        Assert.True(await later);
    }

    [Fact]
    public async Task What_is_not_played_says_nothing_and_what_is_stopped_says_nothing_more()
    {
        var sound = new QueueSound(new HoldSignal(), _posted.Enqueue);
        Assert.False(await sound.SayAsync(Message(100)));
        var playing = sound.PlayAsync(_channel, CancellationToken.None);
        var (cut, waiting) = (sound.SayAsync(Message(30_000)), sound.SayAsync(Message(100)));
        Tick(10);

        _channel.StopPlaying();
        Tick(1);

        await playing;
        Assert.False(await cut);
        Assert.False(await waiting);
        Assert.False(await sound.SayAsync(Message(100)));
        Assert.All(_caller.Heard[^160..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public async Task The_second_time_music_goes_on_where_it_stopped_and_no_old_message_is_said()
    {
        var music = Enumerable.Range(0, 20_000).Select(n => (short)(n + 1)).ToArray();
        var sound = new QueueSound(new Prompt("music", music).Loop(), _posted.Enqueue);
        using var gone = new CancellationTokenSource();
        var first = sound.PlayAsync(_channel, gone.Token);
        Tick(20);
        _ = sound.SayAsync(Message(30_000));
        _ = sound.SayAsync(Message(100));
        Tick(20);
        await gone.CancelAsync();
        await first;
        Tick(1);
        var start = _caller.Heard.Count;

        _ = sound.PlayAsync(_channel, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sound.PlayAsync(_channel, CancellationToken.None));
        Tick(20);

        // 20 ticks of music, and the part of it that faded out.
        Assert.Equal(music[3200 + Fade + Fade], _caller.Heard[start + Fade]);
    }

    [Fact]
    public async Task A_message_without_samples_is_said_at_once() =>
        Assert.True(await Begin(new HoldSignal()).SayAsync(new Prompt("nothing", ReadOnlyMemory<short>.Empty)));

    [Fact]
    public void Music_without_samples_is_silence()
    {
        Begin(new Prompt("nothing", ReadOnlyMemory<short>.Empty).Loop());

        Tick(20);

        Assert.All(_caller.Heard, sample => Assert.Equal(0, sample));
    }

    /// <summary>P24: the agent answers while the caller hears a long message.</summary>
    [Fact]
    public void Agent_and_caller_hear_each_other_at_once_when_the_agent_answers()
    {
        var sound = Begin(new HoldSignal());
        _ = sound.SayAsync(Message(8000 * 30));
        _caller.Say = 11;
        Tick(50);
        Assert.All(_caller.Heard[^160..], sample => Assert.True(sample >= Loud));
        var agent = new Ear { Say = 22 };
        var agentChannel = _engine.OpenChannel("agent");
        agentChannel.Connect(agent);

        // As the step of a queue does it.
        _channel.StopPlaying();
        var bridge = _engine.OpenBridge();
        bridge.Join(_channel, BridgeRole.Party);
        bridge.Join(agentChannel, BridgeRole.Party);
        Tick(1);

        Assert.All(_caller.Heard[^160..], sample => Assert.Equal(22, sample));
        Assert.All(agent.Heard[^160..], sample => Assert.Equal(11, sample));
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        var sound = new QueueSound(new Prompt("music", new short[12_345]).Loop(), _ => { });
        _ = sound.PlayAsync(_channel, CancellationToken.None);
        _channel.Connect(new ScriptedEndpoint(0));
        var message = Message(8000);
        Tick(50);

        var allocated = Allocation.Of(() =>
        {
            for (var tick = 0; tick < 20; tick++)
            {
                _engine.Tick();
            }
        });
        Assert.Equal(0, allocated);

        // The end of a message and its beginning are in the ticks that are measured.
        _ = sound.SayAsync(message);
        _ = sound.SayAsync(message);
        var frame = new short[160];
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var tick = 0; tick < 40; tick++)
            {
                sound.Read(frame);
            }
        }));
    }

    private static Prompt Message(int samples) =>
        new("message", Enumerable.Range(0, samples).Select(n => (short)(Loud + (n % 20_000))).ToArray());

    private QueueSound Begin(IFrameSource music)
    {
        var sound = new QueueSound(music, _posted.Enqueue);
        _ = sound.PlayAsync(_channel, CancellationToken.None);
        return sound;
    }

    private void Tick(int count)
    {
        for (var tick = 0; tick < count; tick++)
        {
            _engine.Tick();
            while (_posted.TryDequeue(out var work))
            {
                work();
            }
        }
    }

    /// <summary>Keeps everything that it hears.</summary>
    private sealed class Ear : IAudioEndpoint
    {
        public short Say { get; set; }

        public List<short> Heard { get; } = [];

        public void ReadFrame(Span<short> frame) => frame.Fill(Say);

        public void WriteFrame(ReadOnlySpan<short> frame) => Heard.AddRange(frame);
    }
}

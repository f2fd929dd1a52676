using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Audio.Waiting;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio.Waiting;

/// <summary>Sound that comes in at a device, from its first sample to who listens.</summary>
public sealed class LineInTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<string?> _told = [];
    private Player _player = new(8000, 1, -35);
    private string? _broken;

    public void Dispose() => _player.Dispose();

    [Theory]
    [InlineData(8000, 1, -35)]
    [InlineData(48_000, 2, -35)]
    [InlineData(44_100, 1, -3)]
    public void All_who_listen_hear_the_same_as_loud_as_speech(int rate, int channels, double dbm0)
    {
        _player = new Player(rate, channels, dbm0);
        var feed = Feed();
        var (first, second) = (feed.Ring.Open(0), feed.Ring.Open(-6));
        var (heard, softer) = (new List<short>(), new List<short>());
        for (var block = 0; block < 250; block++)
        {
            Assert.Equal(TimeSpan.Zero, feed.Turn());
            heard.AddRange(Read(first));
            softer.AddRange(Read(second));
        }

        var rest = heard.ToArray()[8000..];
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(rest)!.Value, 1.0);
        Assert.Equal(SpeechLeveller.TargetDbm0 - 6, SpeechLevel.Measure(softer.ToArray().AsSpan(8000))!.Value, 1.0);
        var peak = rest.Max(sample => Math.Abs((int)sample));
        Assert.InRange(rest.Zip(rest.Skip(1), (one, next) => Math.Abs(next - one)).Max(), 0, 2 * Math.PI * 500 / 8000 * peak * 1.1);
        Assert.Equal([null], _told);
    }

    [Fact]
    public void A_device_that_fails_is_told_and_tried_again_and_who_listens_hears_that_the_call_is_there()
    {
        var feed = Feed();
        var listener = feed.Ring.Open(0);
        Flow(feed, listener, 100);

        _player.Fault = "pulled out";
        Assert.Equal(LineInFeed.RetryAfter, feed.Turn());
        Assert.True(_player.IsClosed);
        _broken = "There is no sound device hw:1,0.";
        feed.Turn();
        feed.Turn();
        var silence = Enumerable.Range(0, 50).SelectMany(_ => Read(listener)).ToArray();
        Assert.True(silence[1600..].All(sample => sample == 0), "silence at first");
        var signal = Enumerable.Range(0, 300).SelectMany(_ => Read(listener)).ToArray();
        Assert.True(signal.Any(sample => sample != 0), "then the hold signal");

        _broken = null;
        _player = new Player(8000, 1, -35);
        var again = Flow(feed, listener, 100);
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(again.AsSpan(8000))!.Value, 1.0);
        Assert.Equal([null, "pulled out", null], _told);
    }

    [Fact]
    public void A_device_that_stands_still_has_failed()
    {
        var feed = Feed();
        Flow(feed, feed.Ring.Open(0), 10);
        _player.IsStill = true;
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(TimeSpan.Zero, feed.Turn());
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }

        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(LineInFeed.RetryAfter, feed.Turn());
        Assert.Equal("Sound device hw:1,0 gives no sound: is its clock running?", _told[^1]);
    }

    [Fact]
    public void Listening_allocates_nothing_while_sound_comes_and_while_it_does_not()
    {
        var feed = Feed();
        var listener = feed.Ring.Open(-3);
        Flow(feed, listener, 20);
        var frame = new short[LineAudio.BlockSamples];
        var block = new short[LineAudio.BlockSamples];

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                feed.Ring.Write(block);
                listener.Read(frame);
            }
        }));
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                listener.Read(frame);
            }
        }));
    }

    [Fact]
    public void A_listener_who_is_left_behind_comes_to_the_present_again()
    {
        var feed = Feed();
        var listener = feed.Ring.Open(0);
        Flow(feed, listener, 10);
        for (var i = 0; i < 200; i++)
        {
            feed.Turn();
        }

        Read(listener);
        var heard = Flow(feed, listener, 50);
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(heard)!.Value, 1.0);
    }

    [Fact]
    public void The_player_of_the_simulated_board_plays_in_time()
    {
        using var player = new SimulatedSoundInput(_time);
        var block = new short[160];
        Assert.False(player.Read(block, TimeSpan.FromMilliseconds(1)));
        _time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.True(player.Read(block, TimeSpan.FromMilliseconds(1)));
        Assert.False(player.Read(block, TimeSpan.FromMilliseconds(1)));
        Assert.True(block[^1] != 0);
    }

    private static short[] Flow(LineInFeed feed, IFrameSource listener, int blocks)
    {
        var heard = new List<short>();
        for (var i = 0; i < blocks; i++)
        {
            Assert.Equal(TimeSpan.Zero, feed.Turn());
            heard.AddRange(Read(listener));
        }

        return [.. heard];
    }

    private static short[] Read(IFrameSource source)
    {
        var frame = new short[LineAudio.BlockSamples];
        source.Read(frame);
        return frame;
    }

    private LineInFeed Feed() => new(
        "hw:1,0", () => _broken is { } why ? throw new IOException(why) : _player, _time, fault => _told.Add(fault));

    /// <summary>A player of a tone of 500 Hz, the same in all channels.</summary>
    private sealed class Player(int rate, int channels, double dbm0) : ISoundInput
    {
        private long _position;

        public int Rate => rate;

        public int Channels => channels;

        public string? Fault { get; set; }

        public bool IsStill { get; set; }

        public bool IsClosed { get; private set; }

        public bool Read(Span<short> samples, TimeSpan limit)
        {
            if (Fault is not null)
            {
                throw new IOException(Fault);
            }

            for (var i = 0; i < samples.Length && !IsStill; i++)
            {
                samples[i] = (short)Math.Round(LineAudio.Peak(dbm0) * Math.Sin(2 * Math.PI * 500 * (_position / channels) / rate));
                _position++;
            }

            return !IsStill;
        }

        public void Dispose() => IsClosed = true;
    }
}

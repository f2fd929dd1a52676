using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>The two directions of a sound device of one channel.</summary>
public sealed class TdmStreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(60);

    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _log = [];
    private readonly FakePcm _capture;
    private readonly FakePcm _playback;
    private readonly short[] _captured = new short[LineAudio.BlockSamples];

    public TdmStreamTests() => (_capture, _playback) = (new FakePcm(_time, _log, "capture"), new FakePcm(_time, _log, "playback"));

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, ", start playback")]
    public void Both_directions_start_together_with_two_blocks_of_silence_ahead(bool isLinked, string second)
    {
        var stream = Stream(isLinked);
        _capture.Waits.Enqueue(() => _capture.Captured.Enqueue(Block(7)));

        Assert.True(stream.Exchange(Block(1), _captured, Limit));
        Assert.Equal(
            "drop capture, drop playback, prepare capture, prepare playback, start capture" + second, string.Join(", ", _log));
        Assert.Equal([0, 0, 1], _playback.Played.Select(block => block[0]));
        Assert.Equal(Block(7), _captured);
    }

    [Fact]
    public void One_block_is_played_for_each_that_came()
    {
        var stream = Running();
        for (short i = 2; i < 5; i++)
        {
            _capture.Captured.Enqueue(Block((short)(10 * i)));
            Assert.True(stream.Exchange(Block(i), _captured, Limit));
            Assert.Equal(10 * i, _captured[0]);
        }

        Assert.Equal([0, 0, 1, 2, 3, 4], _playback.Played.Select(block => block[0]));
    }

    [Fact]
    public void A_clock_that_stands_still_is_told_within_the_limit_and_costs_no_sound()
    {
        var stream = Running();
        var before = _time.Elapsed;
        Assert.False(stream.Exchange(Block(2), _captured, Limit));
        Assert.Equal(Limit, _time.Elapsed - before);
        Assert.Equal(3, _playback.Played.Count);

        _capture.Captured.Enqueue(Block(9));
        Assert.True(stream.Exchange(Block(2), _captured, Limit));
        Assert.Equal(0, stream.Restarts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_direction_that_ran_over_or_dry_starts_both_anew(bool isCapture)
    {
        var stream = Running();
        _log.Clear();
        if (isCapture)
        {
            _capture.Errors.Enqueue(FakePcm.BrokenPipe);
            _capture.Waits.Enqueue(() => _capture.Captured.Enqueue(Block(9)));
        }
        else
        {
            _playback.Errors.Enqueue(FakePcm.BrokenPipe);
            _capture.Captured.Enqueue(Block(9));
        }

        Assert.True(stream.Exchange(Block(2), _captured, Limit));
        Assert.Equal(((short)9, 1L), (_captured[0], stream.Restarts));
        Assert.Equal("drop capture, drop playback, prepare capture, prepare playback, start capture", string.Join(", ", _log));
    }

    [Fact]
    public void A_device_that_breaks_as_often_as_it_is_started_is_a_fault()
    {
        var stream = Running();
        for (var i = 0; i < 6; i++)
        {
            _capture.Waits.Enqueue(() => _capture.Errors.Enqueue(FakePcm.BrokenPipe));
        }

        var fault = Assert.Throws<IOException>(() => stream.Exchange(Block(2), _captured, Limit));
        Assert.Equal("Sound device hw:2,0 loses its sound as often as it is started: is its frame clock right?", fault.Message);
        Assert.Equal(5, stream.Restarts);
    }

    [Fact]
    public void A_device_that_is_gone_is_a_fault_and_starts_anew_when_it_is_back()
    {
        var stream = Running();
        _capture.Errors.Enqueue(FakePcm.NoDevice);
        Assert.Contains("is gone", Refusal(stream), StringComparison.Ordinal);
        _capture.PrepareResult = FakePcm.NoDevice;
        Assert.Contains("is gone", Refusal(stream), StringComparison.Ordinal);

        _capture.PrepareResult = 0;
        _capture.Waits.Enqueue(() => _capture.Captured.Enqueue(Block(9)));
        Assert.True(stream.Exchange(Block(2), _captured, Limit));
    }

    [Fact]
    public void A_block_that_finds_playback_full_is_counted()
    {
        var stream = Running();
        _playback.Errors.Enqueue(FakePcm.Again);
        _capture.Captured.Enqueue(Block(9));
        Assert.True(stream.Exchange(Block(2), _captured, Limit));
        Assert.Equal((1L, 0L), (stream.Skipped, stream.Restarts));
    }

    [Fact]
    public void What_a_device_lacks_is_told_with_what_it_offers()
    {
        Assert.Null(new PcmOffer(1, 8, 8000, 48_000, Has16Bits: false, Has32Bits: true).Lacks(8));
        Assert.StartsWith(
            "does not move 8 channels of 16 or 32 bits at 8000 Hz: it offers 2 channels, 44100 to 192000 Hz, 16 and 32 bits.",
            new PcmOffer(2, 2, 44_100, 192_000, Has16Bits: true, Has32Bits: true).Lacks(8));
        Assert.NotNull(new PcmOffer(1, 8, 8000, 48_000, Has16Bits: false, Has32Bits: false).Lacks(8));
        Assert.NotNull(new PcmOffer(1, 8, 16_000, 48_000, Has16Bits: true, Has32Bits: false).Lacks(8));
    }

    private static short[] Block(short sample) => [.. Enumerable.Repeat(sample, LineAudio.BlockSamples)];

    private string Refusal(TdmStream stream) => Assert.Throws<IOException>(() => stream.Exchange(Block(2), _captured, Limit)).Message;

    private TdmStream Stream(bool isLinked) => new("hw:2,0", _capture, _playback, isLinked, channels: 1, AlsaTdmBus.UsualLead, _time);

    private TdmStream Running()
    {
        var stream = Stream(isLinked: true);
        _capture.Waits.Enqueue(() => _capture.Captured.Enqueue(Block(7)));
        Assert.True(stream.Exchange(Block(1), _captured, Limit));
        return stream;
    }
}

using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>One direction of a sound device that is only listened to.</summary>
public sealed class CaptureStreamTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(60);

    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _log = [];
    private readonly short[] _block = new short[LineAudio.BlockSamples];
    private readonly FakePcm _capture;
    private readonly CaptureStream _stream;

    public CaptureStreamTests()
    {
        _capture = new FakePcm(_time, _log, "capture");
        _stream = new CaptureStream("hw:1,0", _capture, channels: 1, _time);
    }

    public void Dispose() => _capture.Dispose();

    [Fact]
    public void Blocks_come_as_they_are_captured()
    {
        for (short value = 1; value < 4; value++)
        {
            Come(value);
            Assert.True(_stream.Read(_block, Limit));
            Assert.Equal(value, _block[^1]);
        }

        Assert.Equal("prepare capture, start capture", string.Join(", ", _log));
    }

    [Fact]
    public void A_device_that_brings_nothing_is_told_within_the_limit()
    {
        Assert.False(_stream.Read(_block, Limit));
        Assert.Equal(Limit, _time.Elapsed);
    }

    [Fact]
    public void One_that_ran_over_is_started_anew()
    {
        Come(1);
        Assert.True(_stream.Read(_block, Limit));
        _log.Clear();
        _capture.Errors.Enqueue(FakePcm.BrokenPipe);
        Come(2);

        Assert.True(_stream.Read(_block, Limit));
        Assert.Equal(2, _block[0]);
        Assert.Equal("drop capture, prepare capture, start capture", string.Join(", ", _log));
    }

    [Fact]
    public void One_that_runs_over_again_and_again_or_is_gone_is_a_fault()
    {
        for (var i = 0; i < 10; i++)
        {
            _capture.Errors.Enqueue(FakePcm.BrokenPipe);
        }

        Assert.Contains("loses its sound", Assert.Throws<IOException>(() => _stream.Read(_block, Limit)).Message, StringComparison.Ordinal);
        _capture.Errors.Clear();
        _capture.Errors.Enqueue(FakePcm.NoDevice);
        Assert.Contains("is gone", Assert.Throws<IOException>(() => _stream.Read(_block, Limit)).Message, StringComparison.Ordinal);
    }

    private void Come(short value) =>
        _capture.Waits.Enqueue(() => _capture.Captured.Enqueue([.. Enumerable.Repeat(value, LineAudio.BlockSamples)]));
}

using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;

namespace Switchhook.Tests.Recording;

/// <summary>A recorder on a disk in memory, under a clock that the test moves.</summary>
internal sealed class RecorderBox : IDisposable
{
    private readonly short[] _said = new short[160];
    private readonly short[] _heard = new short[160];
    private int _sample;

    public RecorderBox(RecorderOptions? options = null, CompandingLaw law = CompandingLaw.ALaw)
    {
        Options = (options ?? new RecorderOptions()) with { OwnThread = false };
        Recorder = new Recorder(Disk, "data", law, Time, Options);
    }

    public RecorderOptions Options { get; }

    public ManualTimeProvider Time { get; } = new();

    public FakeDisk Disk { get; } = new();

    public Recorder Recorder { get; }

    /// <summary>All that was said and heard.</summary>
    public List<short> Said { get; } = [];

    public List<short> Heard { get; } = [];

    /// <summary>Frames of 20 ms to a tap, each at its time.</summary>
    public void Talk(RecordingInProgress tap, int frames, Action? each = null)
    {
        for (var i = 0; i < frames; i++)
        {
            Frame(tap);
            Time.Advance(TimeSpan.FromMilliseconds(20));
            each?.Invoke();
        }
    }

    /// <summary>One frame, without time.</summary>
    public void Frame(RecordingInProgress tap)
    {
        for (var i = 0; i < _said.Length; i++)
        {
            _said[i] = (short)(_sample * 37);
            _heard[i] = (short)(_sample++ * -91);
        }

        Said.AddRange(_said);
        Heard.AddRange(_heard);
        tap.Frame(_said, _heard);
    }

    public RecordingResult End(RecordingInProgress recording)
    {
        recording.Stop();
        Time.Advance(Options.WriteEvery);
        return Result(recording);
    }

    public static RecordingResult Result(RecordingInProgress recording)
    {
        Assert.True(recording.Completion.IsCompletedSuccessfully, "the recording has ended");
        return recording.Completion.GetAwaiter().GetResult();
    }

    public void Dispose() => Recorder.Dispose();
}

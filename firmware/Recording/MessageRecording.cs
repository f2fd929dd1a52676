using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Hardware.Lines;

namespace Switchhook.Recording;

/// <summary>A message that a party speaks, and the recording of the whole call beside it, which goes on.</summary>
internal sealed class MessageRecording : IAudioTap, IMessageRecording
{
    // Speech comes 20 to 30 dB louder, the noise of a bad line 10 dB weaker.
    private const double QuietDbm0 = -42;

    private static readonly double QuietPower = Math.Pow(LineAudio.Peak(QuietDbm0), 2) / 2;

    private readonly IMediaChannel _channel;
    private readonly IAudioTap? _beside;
    private readonly RecordingInProgress _recording;
    private long _samples;
    private long _spoken;

    /// <summary>Begins at once.</summary>
    public MessageRecording(IMediaChannel channel, RecordingInProgress recording)
    {
        (_channel, _beside, _recording) = (channel, channel.Tap, recording);
        Completion = CompleteAsync();
        channel.Tap = this;
    }

    public string Id => _recording.Id;

    public TimeSpan Spoken => LengthOf(Volatile.Read(ref _spoken));

    public TimeSpan Quiet => LengthOf(Volatile.Read(ref _samples) - Volatile.Read(ref _spoken));

    public Task<MessageSound> Completion { get; }

    // Both channels of the file hold the message, so that it is heard on both ears.
    public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        _beside?.Frame(said, heard);
        _recording.Frame(said, said);
        var power = 0.0;
        foreach (var sample in said)
        {
            power += (double)sample * sample;
        }

        var samples = _samples + said.Length;
        if (power > QuietPower * said.Length)
        {
            Volatile.Write(ref _spoken, samples);
        }

        Volatile.Write(ref _samples, samples);
    }

    public void Stop()
    {
        Leave();
        _recording.Stop();
    }

    public void Discard()
    {
        Leave();
        _recording.Discard();
    }

    private void Leave()
    {
        if (ReferenceEquals(_channel.Tap, this))
        {
            _channel.Tap = _beside;
        }
    }

    private async Task<MessageSound> CompleteAsync()
    {
        var result = await _recording.Completion;
        Leave();
        return new MessageSound(result.Length, result.IsCutOff, result.Why);
    }

    private static TimeSpan LengthOf(long samples) => TimeSpan.FromSeconds((double)samples / LineAudio.SampleRate);
}

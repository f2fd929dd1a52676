using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>All that the exchange and the far party put on the line as sound.</summary>
internal sealed class ExchangeVoice(ExchangeTones tones)
{
    private readonly TonePlayer _tone = new(tones.LevelDbm0);
    private readonly SamplePlayer _speech = new();
    private readonly SampleQueue _keys = new();
    private readonly SamplePlayer _callerId = new();

    /// <summary>True while the caller's number is being sent, the one sound that an open loop hears.</summary>
    public bool SendsOnHook => _callerId.IsPlaying;

    /// <summary>Plays a tone until another or <see cref="Silence"/>.</summary>
    public void Play(Tone tone) => _tone.Start(tone);

    /// <summary>Stops the tone.</summary>
    public void StopTone() => _tone.Stop();

    /// <summary>The far party speaks.</summary>
    public void Speak(ReadOnlyMemory<short> samples, long delay, bool loop) => _speech.Start(samples, delay, loop);

    /// <summary>The far party presses keys.</summary>
    /// <returns>False when too many wait.</returns>
    public bool PressKeys(ReadOnlyMemory<short> sound) => _keys.Add(sound);

    /// <summary>Sends the caller's number.</summary>
    public void SendCallerId(ReadOnlyMemory<short> sound) => _callerId.Start(sound, 0, loop: false);

    /// <summary>Cuts the caller's number short.</summary>
    public void StopCallerId() => _callerId.Stop();

    /// <summary>Stops everything.</summary>
    public void Silence()
    {
        _tone.Stop();
        _speech.Stop();
        _keys.Stop();
        _callerId.Stop();
    }

    /// <summary>Fills a part of a block.</summary>
    public void Fill(Span<short> part)
    {
        part.Clear();
        _callerId.AddTo(part);
        _tone.AddTo(part);
        var keys = _keys.IsPlaying;
        if (keys)
        {
            _keys.AddTo(part);
        }

        _speech.AddTo(part, muted: keys);
    }
}

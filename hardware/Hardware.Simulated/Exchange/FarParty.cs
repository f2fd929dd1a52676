using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Receivers;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>The person at the far end of a connected call: speaks, presses keys, hears, and notes the keys that it hears.</summary>
internal sealed class FarParty(ExchangeVoice voice, HeardRecorder heard)
{
    private readonly DtmfReceiver _ear = new();
    private bool _present;

    /// <summary>What the party heard in the last call; any thread.</summary>
    public HeardRecorder Heard => heard;

    /// <summary>Keys that the party heard in the last call; any thread.</summary>
    public DigitLog KeysHeard { get; } = new();

    /// <summary>Comes to the line.</summary>
    public void Come(long now, ReadOnlyMemory<short> speech, TimeSpan delay, bool loop)
    {
        _present = true;
        _ear.Reset();
        KeysHeard.Clear();
        voice.Silence();
        voice.Speak(speech, SampleTime.Of(delay), loop);
        heard.Open(now);
    }

    /// <summary>Leaves the line.</summary>
    public void Leave(long now)
    {
        _present = false;
        heard.Close(now);
        voice.Silence();
    }

    /// <summary>Says something; nothing happens unless on the line.</summary>
    public void Speak(ReadOnlyMemory<short> samples, bool loop)
    {
        if (_present)
        {
            voice.Speak(samples, 0, loop);
        }
    }

    /// <summary>Presses keys; nothing happens unless on the line.</summary>
    /// <returns>False when too many wait already.</returns>
    public bool PressKeys(ReadOnlyMemory<short> sound) => !_present || voice.PressKeys(sound);

    /// <summary>Hears a block, as far as the party was on the line.</summary>
    /// <returns>The key heard, or <c>'\0'</c>.</returns>
    public char Hear(ReadOnlySpan<short> block, long start)
    {
        heard.Take(block, start);
        var key = _present ? _ear.Hear(block) : '\0';
        if (key != '\0')
        {
            KeysHeard.Add(key);
        }

        return key;
    }
}

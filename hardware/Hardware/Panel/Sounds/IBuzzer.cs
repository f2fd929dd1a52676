namespace Switchhook.Hardware.Panel.Sounds;

/// <summary>A buzzer. Any thread.</summary>
public interface IBuzzer
{
    /// <summary>Why it cannot sound, as a sentence; null while it can.</summary>
    string? Fault { get; }

    /// <summary>Sounds a pattern once, in place of one that is sounding.</summary>
    void Play(BuzzerPattern pattern);

    /// <summary>Ends what is sounding.</summary>
    void Stop();
}

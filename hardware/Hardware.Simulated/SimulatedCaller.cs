using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated;

/// <summary>Somebody who calls one of the box's lines.</summary>
public sealed record SimulatedCaller
{
    /// <summary>The longest number.</summary>
    public const int MaxNumberLength = 20;

    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 50;

    /// <summary>The longest speech: ten minutes.</summary>
    public static readonly TimeSpan MaxSpeech = TimeSpan.FromMinutes(10);

    /// <summary>Number as the exchange sends it; null when there is none to show.</summary>
    public string? Number { get; init; }

    /// <summary>Name as the exchange sends it (Latin 1; other letters become question marks); null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Why there is no number; counts only without one.</summary>
    public CallerIdAbsence Absence { get; init; }

    /// <summary>
    /// What the caller says once answered: 8 kHz, 16 bits. Afterwards the caller goes on listening in silence. Not to be changed after.
    /// </summary>
    public ReadOnlyMemory<short> Speech { get; init; }

    /// <summary>Time between the answer and the speech.</summary>
    public TimeSpan SpeechDelay { get; init; }

    /// <summary>True to say it again and again.</summary>
    public bool LoopSpeech { get; init; }

    /// <summary>Checks lengths and signs.</summary>
    /// <exception cref="ArgumentException">Something is too long or not a number.</exception>
    internal void Check(string parameter)
    {
        if (Number is not null && (Number.Length is 0 or > MaxNumberLength || !Number.All(IsDialable)))
        {
            throw new ArgumentException($"The caller's number \"{Number}\" must be 1 to {MaxNumberLength} digits.", parameter);
        }

        if (Name?.Length is 0 or > MaxNameLength)
        {
            throw new ArgumentException($"The caller's name must have 1 to {MaxNameLength} letters; leave it null for none.", parameter);
        }

        CheckSpeech(Speech, SpeechDelay, parameter);
    }

    private static bool IsDialable(char sign) => char.IsAsciiDigit(sign) || sign is '+' or '*' or '#';

    /// <summary>Checks the length and the delay of speech.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    internal static void CheckSpeech(ReadOnlyMemory<short> samples, TimeSpan delay, string parameter)
    {
        if (samples.Length > MaxSpeech.TotalSeconds * LineAudio.SampleRate)
        {
            throw new ArgumentException(
                $"Speech of {samples.Length} samples is longer than {MaxSpeech.TotalMinutes} minutes: cut it, or loop it.", parameter);
        }

        if (delay < TimeSpan.Zero || delay > MaxSpeech)
        {
            throw new ArgumentException($"A delay of {delay} before speech: give 0 to {MaxSpeech.TotalMinutes} minutes.", parameter);
        }
    }
}

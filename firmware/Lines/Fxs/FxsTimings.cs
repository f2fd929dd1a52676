using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxs;

/// <summary>How long a phone waits for its user, and how it tells of a call's end.</summary>
internal sealed record FxsTimings
{
    /// <summary>Dial tone lasts so long without a digit.</summary>
    public TimeSpan FirstDigit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The next digit of an unfinished number must come within this time.</summary>
    public TimeSpan NextDigit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A number that could go on is taken as finished after this time.</summary>
    public TimeSpan NumberEnds { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Congestion tone lasts so long before the howler.</summary>
    public TimeSpan Reorder { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The howler lasts so long before silence.</summary>
    public TimeSpan Howler { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tone after the other party hung up, before dial tone comes again.</summary>
    public TimeSpan FarewellAfterTalk { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Busy or congestion tone after a call that could not be made, before dial tone comes again.</summary>
    public TimeSpan FarewellAfterFailure { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The battery goes away for so long after the far end hung up; zero where a country's phones do not know it.</summary>
    public required TimeSpan Disconnect { get; init; }

    /// <summary>After the battery is back the loop settles for so long.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>A party on hold rings the phone back for so long.</summary>
    public TimeSpan RingBack { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most digits of a number.</summary>
    public const int MaxDigits = 32;

    /// <summary>The times of a country; 500 ms is the current disconnect that the field sends.</summary>
    public static FxsTimings For(Country country) => new()
    {
        Disconnect = country.HangUp.Contains(HangUpSignal.BatteryDrop) ? TimeSpan.FromMilliseconds(500) : TimeSpan.Zero,
    };
}

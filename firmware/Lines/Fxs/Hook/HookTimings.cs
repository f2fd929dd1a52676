using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxs.Hook;

/// <summary>By which times a break of the loop is a bounce, a dial pulse, a flash or a hang-up.</summary>
/// <param name="FlashShortest">Shortest flash.</param>
/// <param name="FlashLongest">Longest flash; a longer break is a hang-up.</param>
internal sealed record HookTimings(TimeSpan FlashShortest, TimeSpan FlashLongest)
{
    // The field takes breaks up to 200 ms as pulses where flashes are long; a dial at 8 pulses a second breaks for 80 ms.
    private static readonly TimeSpan PulseLimit = TimeSpan.FromMilliseconds(200);

    /// <summary>A shorter break is a bounce of the contact.</summary>
    public TimeSpan Bounce { get; } = TimeSpan.FromMilliseconds(15);

    /// <summary>The loop must be closed for so long to count as lifted.</summary>
    public TimeSpan Lift { get; } = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// Breaks shorter than this are dial pulses. Where the flash is short too (70 ms in Europe), it begins where the pulse ends.
    /// </summary>
    public TimeSpan PulseEnd { get; } = FlashShortest < PulseLimit ? FlashShortest : PulseLimit;

    /// <summary>In a running digit a break up to this length is the next pulse of a slow dial, even where it could be a flash.</summary>
    public TimeSpan RunningPulseEnd { get; } = TimeSpan.FromMilliseconds(115);

    /// <summary>A make so long ends a digit (nominal pause between digits 800 ms, between pulses 40).</summary>
    public TimeSpan DigitEnd { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Events come in blocks of 20 ms and over a queue: a wait for silence lasts so much longer than the silence.</summary>
    public TimeSpan Slack { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The times of a country.</summary>
    public static HookTimings For(Country country) => new(country.Flash.ReceiveShortest, country.Flash.ReceiveLongest);
}

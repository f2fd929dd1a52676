using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>The exchange's times, in samples.</summary>
/// <param name="DialToneDelay">From off-hook to dial tone.</param>
/// <param name="DialToneTimeout">From dial tone to congestion without a digit.</param>
/// <param name="InterDigit">A number is complete after this time.</param>
/// <param name="ShortestFlash">A shorter break in a call is nothing.</param>
/// <param name="Clear">A longer break is a hang-up.</param>
internal sealed record ExchangeTimes(long DialToneDelay, long DialToneTimeout, long InterDigit, long ShortestFlash, long Clear)
{
    // A pulse is a break as well, so no country clears sooner than this.
    private static readonly TimeSpan ShortestClear = TimeSpan.FromMilliseconds(200);

    /// <summary>The times of a country and a card.</summary>
    public static ExchangeTimes Of(Country country, SimulatedCardOptions options) => new(
        SampleTime.Of(options.DialToneDelay),
        SampleTime.Of(options.DialToneTimeout),
        SampleTime.Of(options.InterDigitTimeout),
        SampleTime.Of(country.Flash.ReceiveShortest),
        SampleTime.Of(country.Flash.ReceiveLongest > ShortestClear ? country.Flash.ReceiveLongest : ShortestClear));
}

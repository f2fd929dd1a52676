using Switchhook.Hardware.Countries;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>The two frequencies of a caller-ID modem; both send 1,200 bit/s.</summary>
/// <param name="MarkHertz">Frequency of a 1.</param>
/// <param name="SpaceHertz">Frequency of a 0.</param>
internal sealed record FskModem(double MarkHertz, double SpaceHertz)
{
    /// <summary>Bits per second.</summary>
    public const int BitRate = 1200;

    /// <summary>Bell 202.</summary>
    public static readonly FskModem Bell202 = new(1200, 2200);

    /// <summary>ITU-T V.23 forward channel.</summary>
    public static readonly FskModem V23 = new(1300, 2100);

    /// <summary>The modem of a country; null when it has none.</summary>
    public static FskModem? Of(CallerIdScheme scheme) => scheme switch
    {
        CallerIdScheme.FskBell202 => Bell202,
        CallerIdScheme.FskV23 => V23,
        CallerIdScheme.Dtmf or CallerIdScheme.Jclip => null,
    };
}

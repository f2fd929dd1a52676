using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;

namespace Switchhook.Hardware.Simulated;

/// <summary>What a simulated card and the lines behind it are like.</summary>
public sealed record SimulatedCardOptions
{
    /// <summary>The most ports of one kind.</summary>
    public const int MaxPorts = 1000;

    /// <summary>Name of the card.</summary>
    public string Name { get; init; } = "simulated";

    /// <summary>Number of ports towards the exchange, <c>fxo1</c> and so on.</summary>
    public int FxoPorts { get; init; } = 4;

    /// <summary>Number of ports towards telephones, <c>fxs1</c> and so on.</summary>
    public int FxsPorts { get; init; } = 4;

    /// <summary>Number of the first port towards the exchange, when other cards come before this one.</summary>
    public int FirstFxo { get; init; } = 1;

    /// <summary>Number of the first port towards telephones, when other cards come before this one.</summary>
    public int FirstFxs { get; init; } = 1;

    /// <summary>Level of the noise that each end of an active line hears, in dBm0; −∞ for none.</summary>
    public double NoiseDbm0 { get; init; } = -70;

    /// <summary>Loss of the line in each direction, in dB.</summary>
    public double AttenuationDb { get; init; }

    /// <summary>Echo return loss of the box's hybrids, in dB: how much weaker the box hears itself; +∞ for no echo.</summary>
    public double BoxEchoReturnLossDb { get; init; } = 24;

    /// <summary>Echo return loss of the far hybrids, in dB: how much weaker a caller or a telephone hears itself; +∞ for no echo.</summary>
    public double FarEchoReturnLossDb { get; init; } = 24;

    /// <summary>Level of the exchange's tones in dBm0, all frequencies together.</summary>
    public double ToneDbm0 { get; init; } = -10;

    /// <summary>How the exchange shows that the far party is gone, in this order; null for the country's ways, empty for silence.</summary>
    public IReadOnlyList<HangUpSignal>? HangUpSignals { get; init; }

    /// <summary>Length of <see cref="HangUpSignal.BatteryDrop"/>.</summary>
    public TimeSpan BatteryDrop { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Length of <see cref="HangUpSignal.BusyTone"/> when another sign follows it; the last sign stays.</summary>
    public TimeSpan BusyTone { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True when the exchange reverses polarity while a call that the box made is answered.</summary>
    public bool AnswerReversal { get; init; }

    /// <summary>True when the exchange sends the caller's number.</summary>
    public bool CallerId { get; init; } = true;

    /// <summary>Time between off-hook and dial tone.</summary>
    public TimeSpan DialToneDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The number is complete when no digit follows for this time.</summary>
    public TimeSpan InterDigitTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Dial tone gives way to congestion tone after this time without a digit.</summary>
    public TimeSpan DialToneTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the contacts of a telephone's hook switch bounce; at most 20 ms.</summary>
    public TimeSpan HookBounce { get; init; }

    /// <summary>How much of what each far end heard is kept: the last so many minutes; zero keeps nothing.</summary>
    public TimeSpan HeardLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The options of a card of a board file; what the file leaves out is as it is here by default.</summary>
    /// <exception cref="ArgumentException">The card is for another driver.</exception>
    public static SimulatedCardOptions From(CardConfig card)
    {
        if (card.Settings is not SimulatedCardSettings settings)
        {
            throw new ArgumentException($"{card.Name} is a card for the driver {card.Settings.Driver}, not a simulated one.", nameof(card));
        }

        var usual = new SimulatedCardOptions();
        return new SimulatedCardOptions
        {
            Name = card.Name,
            FxoPorts = card.FxoPorts,
            FxsPorts = card.FxsPorts,
            FirstFxo = card.FirstFxo,
            FirstFxs = card.FirstFxs,
            NoiseDbm0 = settings.NoiseDbm0 ?? usual.NoiseDbm0,
            BoxEchoReturnLossDb = settings.EchoReturnLossDb ?? usual.BoxEchoReturnLossDb,
            FarEchoReturnLossDb = settings.FarEchoReturnLossDb ?? usual.FarEchoReturnLossDb,
            HangUpSignals = settings.HangUp,
            AnswerReversal = settings.AnswerPolarity ?? usual.AnswerReversal,
            CallerId = settings.CallerId ?? usual.CallerId,
            HeardLimit = HeardOf(card.FxoPorts + card.FxsPorts, usual.HeardLimit),
        };
    }

    // All parties of a card share 80 minutes, which are 80 MB: those of a large board would hold gigabytes else.
    private static TimeSpan HeardOf(int parties, TimeSpan most)
    {
        var share = TimeSpan.FromMinutes(80) / Math.Max(1, parties);
        return share < most ? share : most;
    }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message names it.</exception>
    internal void Check()
    {
        Range(FxoPorts, 0, MaxPorts, nameof(FxoPorts));
        Range(FxsPorts, 0, MaxPorts, nameof(FxsPorts));
        Range(FirstFxo, 1, int.MaxValue - MaxPorts, nameof(FirstFxo));
        Range(FirstFxs, 1, int.MaxValue - MaxPorts, nameof(FirstFxs));
        Range(NoiseDbm0, double.NegativeInfinity, 0, nameof(NoiseDbm0));
        Range(AttenuationDb, 0, 40, nameof(AttenuationDb));
        Range(BoxEchoReturnLossDb, 0, double.PositiveInfinity, nameof(BoxEchoReturnLossDb));
        Range(FarEchoReturnLossDb, 0, double.PositiveInfinity, nameof(FarEchoReturnLossDb));
        Range(ToneDbm0, -60, 0, nameof(ToneDbm0));
        Range(BatteryDrop.TotalSeconds, 0.001, 60, nameof(BatteryDrop));
        Range(BusyTone.TotalSeconds, 0.001, 3600, nameof(BusyTone));
        Range(DialToneDelay.TotalSeconds, 0, 60, nameof(DialToneDelay));
        Range(InterDigitTimeout.TotalSeconds, 0.5, 60, nameof(InterDigitTimeout));
        Range(DialToneTimeout.TotalSeconds, 0.1, 3600, nameof(DialToneTimeout));
        Range(HookBounce.TotalMilliseconds, 0, 20, nameof(HookBounce));
        Range(HeardLimit.TotalHours, 0, 1, nameof(HeardLimit));
    }

    private static void Range(double value, double lowest, double highest, string name)
    {
        if (!(value >= lowest && value <= highest))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} of the simulated card must lie between {lowest} and {highest}.");
        }
    }
}

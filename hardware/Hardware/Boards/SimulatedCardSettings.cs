using Switchhook.Hardware.Countries;

namespace Switchhook.Hardware.Boards;

/// <summary>What a simulated card and the lines behind it are like. Null everywhere means: as the driver does by default.</summary>
/// <param name="NoiseDbm0">Noise of each line in dBm0.</param>
/// <param name="EchoReturnLossDb">How much weaker the box hears itself, in dB.</param>
/// <param name="HangUp">How the exchange shows that the far end is gone; null for the country's ways.</param>
/// <param name="AnswerPolarity">True when the exchange turns the polarity round at an answer.</param>
/// <param name="CallerId">True when the exchange sends the caller's number.</param>
public sealed record SimulatedCardSettings(
    double? NoiseDbm0,
    double? EchoReturnLossDb,
    IReadOnlyList<HangUpSignal>? HangUp,
    bool? AnswerPolarity,
    bool? CallerId) : CardSettings
{
    /// <summary>Name of the driver.</summary>
    public const string DriverName = "simulated";

    /// <summary>How much weaker a caller or a telephone hears itself, in dB.</summary>
    public double? FarEchoReturnLossDb { get; init; }

    /// <inheritdoc/>
    public override string Driver => DriverName;

    /// <inheritdoc/>
    public override bool MeasuresVoltage => true;
}

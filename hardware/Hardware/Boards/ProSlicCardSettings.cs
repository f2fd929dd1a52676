using System.Collections.Immutable;

namespace Switchhook.Hardware.Boards;

/// <summary>Where a card of Silicon Labs Si3050 (FXO) and Si3210 (FXS) chips is connected.</summary>
/// <remarks>
/// The chips share one SPI chip select. Chips of one kind are daisy-chained (SDITHRU of one to SDI of the next); the first of each kind has
/// the controller's data line at its SDI. An Si3210 is selected by a bit of the first byte, an Si3050 by a number in it, and the
/// bits that the numbers need must select no Si3210: <see cref="MostTelephones"/>.
/// </remarks>
/// <param name="Spi">SPI device, such as <c>/dev/spidev0.0</c>.</param>
/// <param name="SpiHertz">Clock rate of the SPI bus.</param>
/// <param name="Sound">Sound device of the PCM highway, such as <c>hw:2</c>.</param>
/// <param name="Chain">Kind of each chip; the place in the list is the chip's time slot on the PCM highway, from 0.</param>
/// <param name="Reset">Pin that resets all chips; null when there is none.</param>
/// <param name="Interrupt">Pin that the chips pull when something happened; null when there is none.</param>
public sealed record ProSlicCardSettings(
    string Spi,
    int SpiHertz,
    string Sound,
    ImmutableArray<PortKind> Chain,
    PinConfig? Reset,
    PinConfig? Interrupt) : CardSettings
{
    /// <summary>Name of the driver.</summary>
    public const string DriverName = "proslic";

    /// <summary>Clock rate where the board file gives none: both chips take it with any length of wire.</summary>
    public const int UsualHertz = 1_000_000;

    /// <summary>Fastest clock: the period of the Si3050 is at least 61.03 ns (data sheet, switching characteristics of the SPI).</summary>
    public const int FastestHertz = 16_384_000;

    /// <summary>Most Si3050 on a chip select (data sheet, SPI control interface: four bits of number).</summary>
    public const int MostLines = 16;

    /// <inheritdoc/>
    public override string Driver => DriverName;

    /// <inheritdoc/>
    public override bool MeasuresVoltage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<PinConfig> Pins => [.. new[] { Reset, Interrupt }.OfType<PinConfig>()];

    /// <summary>
    /// Most Si3210 beside a number of Si3050 on one chip select, so that no command for one kind selects a chip of the other.
    /// </summary>
    /// <remarks>
    /// An Si3050 command has bit 5 set, on reading bit 6, and its number in bits 3 to 0, lowest bit first. The Si3210 at place p is
    /// selected by bit p.
    /// </remarks>
    /// <param name="lines">Number of Si3050.</param>
    public static int MostTelephones(int lines) => lines switch
    {
        0 => 8,
        1 => 5,
        2 => 3,
        <= 4 => 2,
        <= 8 => 1,
        _ => 0,
    };

    /// <inheritdoc/>
    public bool Equals(ProSlicCardSettings? other) =>
        other is not null
        && (Spi, SpiHertz, Sound, Reset, Interrupt) == (other.Spi, other.SpiHertz, other.Sound, other.Reset, other.Interrupt)
        && Chain.AsSpan().SequenceEqual(other.Chain.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Spi, SpiHertz, Sound, Chain.Length);

    /// <inheritdoc/>
    internal override (string What, string Cure)? Disagreement(int fxo, int fxs)
    {
        var (lines, phones) = (Chain.Count(kind => kind == PortKind.Fxo), Chain.Count(kind => kind == PortKind.Fxs));
        return (lines, phones) == (fxo, fxs)
            ? null
            : ($"The chain has {lines} fxo and {phones} fxs chips, but the card has {fxo} fxo and {fxs} fxs ports.",
                $"Write \"fxo: {lines}\" and \"fxs: {phones}\" at the card, or correct the chain.");
    }
}

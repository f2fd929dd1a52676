using Switchhook.Hardware.Boards;

namespace Switchhook.Hardware.ProSlic.Spi;

/// <summary>How a chip of the chain is addressed: its kind, and its place among the chips of this kind.</summary>
/// <remarks>
/// <para>A command is three bytes, and the chips count them from the falling edge of the chip select.</para>
/// <para>Si3050 (data sheet, "SPI control interface"): a control byte of BRCT (bit 7), R/W (bit 6, 1 reads), 1 (bit 5), 0 (bit 4) and the
/// chip's number CID[0..3] with its lowest bit in bit 3; the register; the data. Each chip takes one from the number that it hands
/// on, and the one that sees 0 is meant.</para>
/// <para>Si3210 in daisy-chain mode (data sheet, "serial peripheral interface", register 0 bit SPIDC): a byte with one bit for each chip,
/// which each chip hands on shifted by one place, so that the chip at place p takes bit p; then R/W (bit 7, 1 reads) with the
/// register; the data.</para>
/// </remarks>
/// <param name="Kind">FXO is an Si3050, FXS an Si3210.</param>
/// <param name="Place">Place among the chips of its kind, from 0.</param>
internal readonly record struct ChipAddress(PortKind Kind, int Place)
{
    private const byte Si3050Command = 0x20;
    private const byte Si3050Read = 0x40;
    private const byte Si3210Read = 0x80;

    /// <summary>The address of a chip of a chain.</summary>
    /// <param name="chain">Kinds of all chips.</param>
    /// <param name="index">Place of the chip in the chain.</param>
    public static ChipAddress Of(IReadOnlyList<PortKind> chain, int index) =>
        new(chain[index], chain.Take(index).Count(kind => kind == chain[index]));

    /// <summary>The first byte of a command.</summary>
    public byte SelectByte(bool read) => Kind == PortKind.Fxs
        ? (byte)(1 << Place)
        : (byte)(Si3050Command | (read ? Si3050Read : 0) | NumberBits(Place));

    /// <summary>The second byte of a command.</summary>
    public byte RegisterByte(bool read, byte register) => Kind == PortKind.Fxs && read ? (byte)(Si3210Read | register) : register;

    // The number's lowest bit goes first on the wire, so that each chip can take one from it while it passes.
    private static int NumberBits(int number) =>
        ((number & 1) << 3) | ((number & 2) << 1) | ((number & 4) >> 1) | ((number & 8) >> 3);
}

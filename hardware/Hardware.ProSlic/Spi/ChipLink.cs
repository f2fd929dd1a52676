namespace Switchhook.Hardware.ProSlic.Spi;

/// <summary>The way to one chip's registers.</summary>
/// <param name="chain">The chain.</param>
/// <param name="index">Place of the chip in it.</param>
internal sealed class ChipLink(ChipChain chain, int index)
{
    /// <summary>Place of the chip in the chain, from 0; its time slot too.</summary>
    public int Index => index;

    /// <summary>The chip's address.</summary>
    public ChipAddress Address { get; } = chain.AddressOf(index);

    /// <summary>Reads a register.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public byte Read(byte register)
    {
        var frame = chain.Frame.Clear();
        var read = frame.Read(Address, register);
        chain.Send(frame);
        return frame[read];
    }

    /// <summary>Writes a register.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public void Write(byte register, byte value) => WriteAll([new RegisterWrite(register, value)]);

    /// <summary>Writes registers in one transfer, in order.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public void WriteAll(params ReadOnlySpan<RegisterWrite> writes)
    {
        var frame = chain.Frame.Clear();
        foreach (var (register, value) in writes)
        {
            frame.Write(Address, register, value);
        }

        chain.Send(frame);
    }

    /// <summary>Begins a transfer of one's own for this chip.</summary>
    public SpiFrame Begin() => chain.Frame.Clear();

    /// <summary>Sends what was begun.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public void Send(SpiFrame frame) => chain.Send(frame);

    /// <summary>Brings the chip into daisy-chain mode, should it have lost it.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public void EnterDaisyChain() => chain.Send(chain.Frame.Clear().EnterDaisyChain());
}

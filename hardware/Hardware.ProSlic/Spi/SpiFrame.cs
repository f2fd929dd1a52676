namespace Switchhook.Hardware.ProSlic.Spi;

/// <summary>Commands for chips that travel in one transfer, under one chip select, in order.</summary>
internal sealed class SpiFrame
{
    /// <summary>Most commands: a poll of 16 chips has fewer.</summary>
    public const int MostCommands = 160;

    private const int CommandBytes = 3;

    private readonly byte[] _sent = new byte[MostCommands * CommandBytes];
    private readonly byte[] _received = new byte[MostCommands * CommandBytes];

    /// <summary>Number of commands.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes to send.</summary>
    public Span<byte> Sent => _sent.AsSpan(0, Count * CommandBytes);

    /// <summary>The bytes that came back.</summary>
    public Span<byte> Received => _received.AsSpan(0, Count * CommandBytes);

    /// <summary>What a read command brought.</summary>
    /// <param name="command">Its number, as <see cref="Read"/> gave it.</param>
    public byte this[int command] => _received[(command * CommandBytes) + CommandBytes - 1];

    /// <summary>Begins anew.</summary>
    public SpiFrame Clear()
    {
        Count = 0;
        return this;
    }

    /// <summary>Adds a write.</summary>
    public SpiFrame Write(ChipAddress chip, byte register, byte value)
    {
        Add(chip.SelectByte(read: false), chip.RegisterByte(read: false, register), value);
        return this;
    }

    /// <summary>Adds a read.</summary>
    /// <returns>The number of the command.</returns>
    public int Read(ChipAddress chip, byte register) =>
        Add(chip.SelectByte(read: true), chip.RegisterByte(read: true, register), 0);

    /// <summary>
    /// Adds the six bytes after which every Si3210 is in daisy-chain mode: one that is not takes them as three commands of two bytes, the
    /// last of which sets SPIDC (register 0, bit 7); one that is, and every Si3050, is addressed by none of them.
    /// </summary>
    public SpiFrame EnterDaisyChain()
    {
        Add(0x00, 0x00, 0x00);
        Add(0x00, 0x00, 0x80);
        return this;
    }

    private int Add(byte first, byte second, byte third)
    {
        (_sent[Count * CommandBytes], _sent[(Count * CommandBytes) + 1], _sent[(Count * CommandBytes) + 2]) = (first, second, third);
        return Count++;
    }
}

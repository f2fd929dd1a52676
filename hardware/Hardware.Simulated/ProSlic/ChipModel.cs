using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>What the models of both chips have in common: registers, a time slot on the highway, an end of a pair of wires.</summary>
/// <remarks>
/// Registers are written at any moment, the wires move in blocks: a write takes effect at the sample that passes the wire when it is
/// written. All calls under the lock of <see cref="SimulatedChips"/>.
/// </remarks>
internal abstract class ChipModel(WirePair pair, SampleClock clock, TimeProvider time, ChipFaults faults, int registers) : ILineEnd
{
    private const byte HighwayOn = 0x20;
    private const byte LinearFormat = 0x18;
    private const int SlotBits = 16;

    private readonly Queue<(long Sample, Action<long> Work)> _written = new();

    /// <summary>What is wrong with the chip.</summary>
    public ChipFaults Faults => faults;

    /// <summary>The block from the highway.</summary>
    public short[] FromHighway { get; } = new short[LineAudio.BlockSamples];

    /// <summary>The block to the highway.</summary>
    public short[] ToHighway { get; } = new short[LineAudio.BlockSamples];

    /// <summary>Slot in which the chip talks; null while its highway is off or in another format.</summary>
    public int? TransmitSlot => IsOnHighway ? Start(TransmitStart) / SlotBits : null;

    /// <summary>Slot to which the chip listens; null while its highway is off or in another format.</summary>
    public int? ReceiveSlot => IsOnHighway ? Start(ReceiveStart) / SlotBits : null;

    /// <summary>True while the chip pulls the interrupt.</summary>
    public abstract bool IsInterrupting { get; }

    /// <inheritdoc/>
    public bool IsTouched => true;

    /// <inheritdoc/>
    public virtual long NextChange => _written.TryPeek(out var next) ? next.Sample : SampleTime.Never;

    /// <inheritdoc/>
    public abstract bool IsSending { get; }

    /// <summary>The registers, as they are written.</summary>
    protected byte[] Registers { get; } = new byte[registers];

    /// <summary>The wires.</summary>
    protected WirePair Pair => pair;

    /// <summary>The time now.</summary>
    protected TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>Number of the PCM mode register.</summary>
    protected abstract int Pcm { get; }

    /// <summary>Number of the first register of the transmit start count.</summary>
    protected abstract int TransmitStart { get; }

    /// <summary>Number of the first register of the receive start count.</summary>
    protected abstract int ReceiveStart { get; }

    private bool IsOnHighway =>
        !faults.IsDead && (Registers[Pcm] & (HighwayOn | LinearFormat)) == (HighwayOn | LinearFormat);

    /// <summary>Takes the bytes of a transfer, and drives the ones that are read.</summary>
    /// <param name="sent">The bytes, from the falling edge of the chip select on.</param>
    /// <param name="read">What is on the wire back: a chip can only pull bits low.</param>
    public abstract void Transfer(ReadOnlySpan<byte> sent, Span<byte> read);

    /// <summary>All registers as after power-on.</summary>
    public abstract void Reset();

    /// <summary>Something may have to happen by itself at the beginning of a block.</summary>
    public virtual void BeginBlock(long now)
    {
    }

    /// <inheritdoc/>
    public virtual void Act(long now)
    {
        while (_written.TryPeek(out var next) && next.Sample <= now)
        {
            _written.Dequeue().Work(now);
        }
    }

    /// <inheritdoc/>
    public abstract void Send(Span<short> part, int offset);

    /// <inheritdoc/>
    public abstract void Hear(ReadOnlySpan<short> block, long start);

    /// <inheritdoc/>
    public void HearNothing() => Array.Clear(ToHighway);

    /// <summary>Does something on the wires at the sample that passes now.</summary>
    protected void AtThisMoment(Action<long> work) => _written.Enqueue((clock.SampleAt(Now), work));

    /// <summary>Copies sound with a gain.</summary>
    protected static void Scale(ReadOnlySpan<short> from, Span<short> to, double factor)
    {
        if (Math.Abs(factor - 1) < 1e-3)
        {
            from.CopyTo(to);
            return;
        }

        for (var i = 0; i < from.Length; i++)
        {
            to[i] = (short)Math.Clamp(Math.Round(from[i] * factor), short.MinValue, short.MaxValue);
        }
    }

    private int Start(int register) => Registers[register] | (Registers[register + 1] << 8);
}

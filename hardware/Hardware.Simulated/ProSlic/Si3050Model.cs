using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>
/// An Si3050 with an Si3019 at the end of an exchange's line, at the level of its registers (data sheet, "Control registers").
/// </summary>
/// <param name="place">Place among the Si3050 of the chain, from 0.</param>
internal sealed class Si3050Model(
    WirePair pair, SampleClock clock, TimeProvider time, ChipFaults faults, int place, double ringHertz)
    : ChipModel(pair, clock, time, faults, RegisterCount), IStation
{
    private const int RegisterCount = 60;
    private const int LineSideSi3019 = 3;
    private const int Revision = 4;
    private const byte RingInterrupt = 0x80;
    private const byte PolarityInterrupt = 0x01;
    private const byte RingPeakVolts = 127;

    // Frames come over the isolation link some time after the line side has power.
    private static readonly TimeSpan LinkTime = TimeSpan.FromMilliseconds(40);

    private TimeSpan _linkAt = TimeSpan.MaxValue;

    /// <inheritdoc/>
    public override bool IsInterrupting =>
        !Faults.IsDead && (Registers[2] & 0x80) != 0 && (Registers[3] & Registers[4]) != 0;

    /// <inheritdoc/>
    public override bool IsSending => false;

    /// <inheritdoc/>
    protected override int Pcm => 33;

    /// <inheritdoc/>
    protected override int TransmitStart => 34;

    /// <inheritdoc/>
    protected override int ReceiveStart => 36;

    private bool IsLinked => !Faults.IsDead && !Faults.HasNoLineSide && Now >= _linkAt;

    private bool IsFullScale => (Registers[31] & 0x80) != 0;

    private LineReadings Readings => Pair.Feed == LineFeed.Ringing
        ? new LineReadings(Pair.IsReversed ? 48 : -48, 0)
        : Pair.Readings;

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(Registers);
        (Registers[2], Registers[6], Registers[22], Registers[23], Registers[24], Registers[31]) = (0x03, 0x10, 0x96, 0x2D, 0x19, 0x20);
        _linkAt = TimeSpan.MaxValue;
        AtThisMoment(now => Pair.SetLoop(now, closed: false));
    }

    /// <inheritdoc/>
    public override void Transfer(ReadOnlySpan<byte> sent, Span<byte> read)
    {
        for (var at = 0; at + 3 <= sent.Length && !Faults.IsDead; at += 3)
        {
            var control = sent[at];
            if ((control & 0x30) != 0x20 || ((control & 0x80) == 0 && NumberOf(control) != place))
            {
                continue;
            }

            if ((control & 0x40) != 0)
            {
                read[at + 2] &= Read(sent[at + 1]);
            }
            else
            {
                Write(sent[at + 1], sent[at + 2]);
            }
        }
    }

    /// <inheritdoc/>
    public override void BeginBlock(long now)
    {
        if (Faults.IsDead && Pair.IsLoopClosed)
        {
            Pair.SetLoop(now, closed: false);
        }
    }

    /// <inheritdoc/>
    public override void Send(Span<short> part, int offset)
    {
        if (IsLinked && Pair.IsLoopClosed && Pair.CarriesSound && ReceiveSlot is not null)
        {
            Scale(FromHighway.AsSpan(offset, part.Length), part, Factor(IsFullScale ? 0 : -3.2, 38, 40));
        }
        else
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Hear(ReadOnlySpan<short> block, long start)
    {
        // On-hook only the line monitor lets sound through.
        if (IsLinked && (Registers[5] & 0x09) != 0)
        {
            Scale(block, ToHighway, Factor(IsFullScale ? 0 : 3.2, 39, 41));
        }
        else
        {
            HearNothing();
        }
    }

    /// <inheritdoc/>
    void IStation.FeedChanged(long now, FeedChange change)
    {
        var endsToo = (Registers[2] & 0x04) != 0;
        if (change.Has(FeedChange.RingBegan) || (endsToo && change.Has(FeedChange.RingEnded)))
        {
            Registers[4] |= RingInterrupt;
        }

        if (change.Has(FeedChange.PolarityReversed))
        {
            Registers[4] |= PolarityInterrupt;
        }
    }

    // CID[0..3]: the lowest bit of the number is the highest of the four.
    private static int NumberOf(byte control) =>
        ((control >> 3) & 1) | ((control >> 1) & 2) | ((control << 1) & 4) | ((control << 3) & 8);

    private byte Read(byte register) => register switch
    {
        2 when Faults.HasWrongIdentity => 0x47,
        5 => (byte)((Registers[5] & 0x09) | RingBits()),
        11 => (byte)((IsLinked ? LineSideSi3019 << 4 : 0) | Revision),
        12 => (byte)(IsLinked ? 0x40 | Math.Min(31, (int)(Readings.Milliamps / 3.3)) : 0),
        13 => (byte)(IsLinked ? 0x40 | (Revision << 2) : 0),
        19 => OverloadBits(),
        28 => (byte)(IsLinked && Pair.IsLoopClosed ? Math.Round(Readings.Milliamps / 1.1) : 0),
        29 => (byte)(sbyte)(IsLinked ? Math.Round(Readings.Volts) : 0),
        < RegisterCount => Registers[register],
        _ => 0,
    };

    private void Write(byte register, byte value)
    {
        if (register >= RegisterCount || register == Faults.StuckRegister)
        {
            return;
        }

        switch (register)
        {
            case 1 when (value & 0x80) != 0:
                Reset();
                return;
            case 4:
                Registers[4] &= value;
                return;
            case 5:
                Registers[5] = (byte)(value & 0x09);
                AtThisMoment(now => Pair.SetLoop(now, IsLinked && (value & 0x01) != 0));
                return;
            case 6:
                Registers[6] = value;
                _linkAt = (value & 0x10) == 0 ? Now + LinkTime : TimeSpan.MaxValue;
                return;
            default:
                Registers[register] = value;
                return;
        }
    }

    private int RingBits()
    {
        if (!IsLinked || Pair.Feed != LineFeed.Ringing || Pair.IsLoopClosed)
        {
            return 0;
        }

        // The ring of an exchange begins at any phase.
        var volts = RingPeakVolts * Math.Sin((2 * Math.PI * ringHertz * Now.TotalSeconds) + 0.35);
        var threshold = ((Registers[16] & 1) != 0 ? 21.5 : 15) * Math.Sqrt(2);
        return volts > threshold ? 0x20 : volts < -threshold ? 0x40 : 0;
    }

    private byte OverloadBits()
    {
        var closed = IsLinked && Pair.IsLoopClosed;
        return (byte)((Faults.IsOverloaded && closed ? 0x04 : 0)
            | (closed && !Pair.HasBattery ? 0x02 : 0)
            | (Faults.HasOverCurrent && closed ? 0x01 : 0));
    }

    private double Factor(double db, int whole, int tenths)
    {
        var gain = Signed(Registers[whole]) + (Signed(Registers[tenths]) / 10.0);
        return Math.Pow(10, (db + gain) / 20);

        static int Signed(byte register) => (register & 0x0F) * ((register & 0x10) != 0 ? -1 : 1);
    }
}

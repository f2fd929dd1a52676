using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>An Si3210 at a telephone's pair, at the level of its registers (data sheet, "Control registers").</summary>
/// <param name="place">Place among the Si3210 of the chain, from 0.</param>
internal sealed class Si3210Model(WirePair pair, SampleClock clock, TimeProvider time, ChipFaults faults, int place)
    : ChipModel(pair, clock, time, faults, RegisterCount), IFeeder
{
    private const int RegisterCount = 128;
    private const int IndirectCount = 105;
    private const int Revision = 5;
    private const byte Open = 0;
    private const byte Ringing = 4;
    private const byte ActiveForward = 1;
    private const double UnityGain = 0x4000;
    private const byte PowerAlarmOfQ1AndQ2 = 0x0C;

    // A debounce counts steps of 1.25 ms.
    private const int SamplesPerDebounceStep = 10;

    private static readonly TimeSpan CalibrationTime = TimeSpan.FromMilliseconds(700);

    private readonly ushort[] _indirect = new ushort[IndirectCount];
    private readonly BatteryModel _battery = new(faults);
    private bool _daisyChained;
    private bool _dataWritten;
    private bool _loopClosed;
    private bool _ringTripped;
    private long _loopDue = SampleTime.Never;
    private long _tripDue = SampleTime.Never;
    private TimeSpan? _calibrationEnds;

    /// <inheritdoc/>
    public override bool IsInterrupting => !Faults.IsDead && (Registers[22] & Registers[19]) != 0;

    /// <inheritdoc/>
    public override bool IsSending => PassesSound && !VectorMath.IsSilent(FromHighway);

    /// <inheritdoc/>
    public override long NextChange => Math.Min(base.NextChange, Math.Min(_loopDue, _tripDue));

    /// <summary>Frequency of the ring generator (indirect register 20).</summary>
    public double RingHertz => Math.Acos(_indirect[20] / 32768.0) / (2 * Math.PI) * 1000;

    /// <summary>Peak voltage of the ring generator (indirect registers 20 and 21).</summary>
    public double RingPeakVolts
    {
        get
        {
            var coefficient = _indirect[20] / 32768.0;
            return _indirect[21] / 32768.0 * 96 * 4 / Math.Sqrt((1 - coefficient) / (1 + coefficient));
        }
    }

    /// <summary>Battery while ringing (register 74), in volts.</summary>
    public double RingBattery => Registers[74] * 1.5;

    /// <inheritdoc/>
    protected override int Pcm => 1;

    /// <inheritdoc/>
    protected override int TransmitStart => 2;

    /// <inheritdoc/>
    protected override int ReceiveStart => 4;

    private int State => Registers[64] & 7;

    // On-hook, sound passes in the states of on-hook transmission only; off-hook in the active ones too.
    private bool PassesSound => !Faults.IsDead && (State is 2 or 6 || (State is 1 or 5 && Pair.IsLoopClosed));

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(Registers);
        (Registers[1], Registers[8], Registers[11], Registers[14], Registers[67]) = (0x08, 0x02, 0x33, 0x10, 0x1F);
        (Registers[69], Registers[70], Registers[72], Registers[74], Registers[107]) = (0x0A, 0x0A, 0x20, 0x32, 0x08);
        _daisyChained = false;
        _calibrationEnds = null;
        _battery.Switch(on: false, Now);
        AtThisMoment(Apply);
    }

    /// <inheritdoc/>
    public override void Transfer(ReadOnlySpan<byte> sent, Span<byte> read)
    {
        for (var at = 0; !Faults.IsDead;)
        {
            var bytes = _daisyChained ? 3 : 2;
            if (at + bytes > sent.Length)
            {
                return;
            }

            // Without daisy chain the chip takes every command for its own.
            if (!_daisyChained || ((sent[at] >> place) & 1) != 0)
            {
                var (control, data) = (sent[at + bytes - 2], at + bytes - 1);
                if ((control & 0x80) != 0)
                {
                    read[data] &= Read(control & 0x7F);
                }
                else
                {
                    Write(control, sent[data]);
                }
            }

            at += bytes;
        }
    }

    /// <inheritdoc/>
    public override void BeginBlock(long now)
    {
        if (Faults.IsDead && Pair.Feed != LineFeed.Open)
        {
            Pair.SetFeed(now, LineFeed.Open);
        }

        if (Faults.IsTooHot && State != Open)
        {
            Registers[19] |= PowerAlarmOfQ1AndQ2;
            if ((Registers[67] & 1) != 0)
            {
                Registers[64] = Open;
                Apply(now);
            }
        }
    }

    /// <inheritdoc/>
    public override void Act(long now)
    {
        base.Act(now);
        if (_loopDue <= now)
        {
            _loopDue = SampleTime.Never;
            _loopClosed = Pair.IsLoopClosed;
            Registers[19] |= 0x02;
        }

        if (_tripDue <= now)
        {
            _tripDue = SampleTime.Never;
            (_ringTripped, _loopClosed) = (true, true);
            Registers[19] |= 0x01;
            if ((Registers[67] & 4) != 0)
            {
                Registers[64] = ActiveForward;
                Apply(now);
            }
        }
    }

    /// <inheritdoc/>
    public override void Send(Span<short> part, int offset)
    {
        if (PassesSound && Pair.CarriesSound && ReceiveSlot is not null)
        {
            Scale(FromHighway.AsSpan(offset, part.Length), part, _indirect[26] / UnityGain);
        }
        else
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Hear(ReadOnlySpan<short> block, long start)
    {
        if (PassesSound && Pair.CarriesSound)
        {
            Scale(block, ToHighway, _indirect[27] / UnityGain);
        }
        else
        {
            HearNothing();
        }
    }

    /// <inheritdoc/>
    void IFeeder.LoopChanged(long now, bool closed)
    {
        if (Pair.Feed == LineFeed.Ringing)
        {
            _tripDue = closed ? now + (Registers[70] * SamplesPerDebounceStep) : SampleTime.Never;
        }
        else
        {
            _loopDue = now + (Registers[69] * SamplesPerDebounceStep);
        }
    }

    private byte Read(int register) => register switch
    {
        0 => (byte)((_daisyChained ? 0x80 : 0) | (Faults.HasWrongIdentity ? 0x30 : 0) | Revision),
        31 => (byte)(Faults.IndirectHangs ? 1 : 0),
        64 => (byte)(State | (State << 4)),
        68 => (byte)((_loopClosed && Pair.HasBattery ? 1 : 0) | (_ringTripped ? 2 : 0)),
        78 => LoopVoltage(),
        79 => (byte)(Faults.HasOverCurrent ? 0x3F : Math.Min(0x3F, Math.Round(Pair.Readings.Milliamps / 1.25))),
        82 => _battery.Register(Now),
        96 => (byte)(_calibrationEnds is { } end && (Faults.CalibrationHangs || Now < end) ? 0x40 : 0),
        _ => Registers[register],
    };

    private void Write(int register, byte value)
    {
        if (register == Faults.StuckRegister)
        {
            return;
        }

        switch (register)
        {
            case 0:
                _daisyChained = (value & 0x80) != 0;
                return;
            case 14:
                _battery.Switch((value & 0x10) == 0, Now);
                break;
            case 18 or 19 or 20:
                Registers[register] &= (byte)~value;
                return;
            case 29:
                _dataWritten = true;
                break;
            case 30:
                AccessIndirect(value);
                break;
            case 64:
                Registers[64] = (byte)(value & 7);
                AtThisMoment(Apply);
                return;
            case 96 when (value & 0x40) != 0:
                _calibrationEnds = Now + CalibrationTime;
                break;
        }

        Registers[register] = value;
    }

    private void AccessIndirect(int address)
    {
        if (address >= IndirectCount || Faults.IndirectHangs)
        {
            return;
        }

        if (!_dataWritten)
        {
            (Registers[28], Registers[29]) = ((byte)_indirect[address], (byte)(_indirect[address] >> 8));
        }
        else if (address != Faults.StuckIndirect)
        {
            _indirect[address] = (ushort)(Registers[28] | (Registers[29] << 8));
        }

        _dataWritten = false;
    }

    private void Apply(long now)
    {
        var feed = State switch
        {
            1 or 2 => LineFeed.Forward,
            5 or 6 => LineFeed.Reverse,
            Ringing => LineFeed.Ringing,
            _ => LineFeed.Open,
        };
        Pair.SetFeed(now, _battery.IsUp(Now) ? feed : LineFeed.Open);
        _tripDue = SampleTime.Never;
        _loopClosed = Pair.IsLoopClosed;
        if (feed == LineFeed.Ringing)
        {
            _ringTripped = false;
            _tripDue = Pair.IsLoopClosed ? now + (Registers[70] * SamplesPerDebounceStep) : SampleTime.Never;
        }
    }

    private byte LoopVoltage()
    {
        var volts = Pair.Readings.Volts;
        var steps = Math.Min(0x3F, Math.Round(Math.Abs(volts) / 1.5));

        // Tip above ring is positive: the battery of the pair counts from tip to ring the other way.
        return (byte)((int)steps | (volts > 0 ? 0x40 : 0));
    }
}

using System.Globalization;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>The steps from nothing to an Si3210 that is up (data sheet, "Initialization"; application note AN35).</summary>
internal sealed class Si3210BringUp(ChipLink link, string called, Country country, Action<string> told)
{
    private const byte DaisyChain = 0x80;
    private const byte PartBits = 0x30;
    private const byte RevisionBits = 0x0F;
    private const int OldestRevision = 2;
    private const byte ConverterOff = 0x10;
    private const byte LongestPeriod = 0xFF;
    private const byte ConverterOffTime = 0x19;
    private const byte CalibrateConverter = 0x80;
    private const byte RevisionCEnhancements = 0xEB;
    private const byte OpenAtAlarmAndFollowHook = 0x07;
    private const byte TrackBattery = 0x01;
    private const byte CalibrateAll1 = 0x5F;
    private const byte CalibrateAll2 = 0x1F;
    private const byte Debounce12Milliseconds = 0x0A;
    private const byte CommonMode6Volts = 0x04;
    private const byte AllInterrupts = 0xFF;
    private const byte OnHook48Volts = 0x20;
    private const int SlotBits = 16;
    private const int CalibrationTries = 2;

    // The converter has to reach 72 V before the line is fed; discharged, the battery holds more than 2.3 V for half a second.
    private const byte LeastBattery = 0xC0;
    private const byte LeakedBattery = 0x06;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RiseLimit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeakageTest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CalibrationLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan IndirectLimit = TimeSpan.FromMilliseconds(100);

    private readonly RingGenerator _ring = RingGenerator.For(country.Ring);

    /// <summary>The steps.</summary>
    public IEnumerable<TimeSpan> Steps() => Begin()
        .Concat(SetIndirect())
        .Concat(Prepare())
        .Concat(RaiseBattery())
        .Concat(TestLeakage())
        .Concat(RaiseBattery())
        .Concat(Calibrate())
        .Concat(SetFilters())
        .Concat(Verify())
        .Concat(Finish());

    private IEnumerable<TimeSpan> Begin()
    {
        link.EnterDaisyChain();
        Identify();
        link.WriteAll(new(Si3210.Linefeed, Feeds.Open), new(Si3210.PowerDown, ConverterOff));
        yield return TimeSpan.Zero;
    }

    private void Identify()
    {
        var identity = link.Read(Si3210.SpiMode);
        if (identity is 0x00 or 0xFF)
        {
            throw new ChipFaultException(
                $"{called} does not answer on the control bus (register 0 reads 0x{identity:X2}): "
                + "check its supply, its clock and the wires of the SPI bus.");
        }

        if ((identity & (DaisyChain | PartBits)) != DaisyChain || (identity & RevisionBits) is < OldestRevision or RevisionBits)
        {
            throw new ChipFaultException(
                $"{called} answers as another chip does (register 0 reads 0x{identity:X2}): check the chain in the board file.");
        }

        told($"{called} is revision {identity & RevisionBits}.");
    }

    private IEnumerable<TimeSpan> SetIndirect()
    {
        foreach (var (address, _) in IndirectRegisters.Settings)
        {
            foreach (var wait in WriteIndirect(address, IsFilter(address) ? IndirectRegisters.Flushed : ValueOf(address)))
            {
                yield return wait;
            }
        }

        foreach (var wait in WriteIndirect(IndirectRegisters.Scratch, 0))
        {
            yield return wait;
        }
    }

    private IEnumerable<TimeSpan> Prepare()
    {
        link.WriteAll(
            new(Si3210.Loopback, 0),
            new(Si3210.Enhancements, RevisionCEnhancements),
            new(Si3210.Automatic, OpenAtAlarmAndFollowHook),
            new(Si3210.BatteryFeed, TrackBattery),
            new(Si3210.RingBattery, _ring.Battery),
            new(Si3210.ConverterPeriod, LongestPeriod));
        yield return TimeSpan.Zero;
    }

    private IEnumerable<TimeSpan> RaiseBattery()
    {
        link.Write(Si3210.PowerDown, 0);
        byte battery;
        for (var waited = TimeSpan.Zero; (battery = link.Read(Si3210.Battery)) < LeastBattery; waited += BetweenLooks)
        {
            if (waited >= RiseLimit)
            {
                link.Write(Si3210.PowerDown, ConverterOff);
                throw new ChipFaultException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{called} gets only {Volts(battery):0.0} V from its DC-DC converter instead of {Volts(LeastBattery):0} V: ")
                    + "check that the supply of the card is plugged in.");
            }

            yield return BetweenLooks;
        }

        link.Write(Si3210.ConverterDelay, ConverterOffTime);
    }

    private IEnumerable<TimeSpan> TestLeakage()
    {
        link.WriteAll(new(Si3210.Linefeed, Feeds.Open), new(Si3210.PowerDown, ConverterOff));
        yield return LeakageTest;
        var battery = link.Read(Si3210.Battery);
        if (battery < LeakedBattery)
        {
            throw new ChipFaultException(string.Create(
                CultureInfo.InvariantCulture,
                $"{called} loses its battery within {LeakageTest.TotalMilliseconds} ms (down to {Volts(battery):0.0} V): ")
                + "check the port for a short circuit, and the card for moisture.");
        }
    }

    private IEnumerable<TimeSpan> Calibrate()
    {
        for (var tries = 1; ; tries++)
        {
            link.WriteAll(new(Si3210.Calibration2, CalibrateAll2), new(Si3210.Calibration1, CalibrateAll1));
            var waited = TimeSpan.Zero;
            while (waited < CalibrationLimit && link.Read(Si3210.Calibration1) != 0)
            {
                yield return BetweenLooks;
                waited += BetweenLooks;
            }

            if (waited < CalibrationLimit)
            {
                break;
            }

            if (tries == CalibrationTries)
            {
                throw new ChipFaultException(
                    $"{called} does not finish its calibration within {CalibrationLimit.TotalSeconds} s, twice: "
                    + "unplug the telephone; if it stays so, the port is broken.");
            }
        }

        link.Write(Si3210.ConverterDelay, CalibrateConverter | ConverterOffTime);
        yield return BetweenLooks;

        // The calibration of the converter can end out of its sensible range; the middle of it works.
        if (link.Read(Si3210.ConverterResult) is < 0x2 or > 0xD)
        {
            link.Write(Si3210.ConverterResult, 0x8);
        }
    }

    private IEnumerable<TimeSpan> SetFilters()
    {
        for (var filter = IndirectRegisters.FirstFilter; filter <= IndirectRegisters.LastFilter; filter++)
        {
            foreach (var wait in WriteIndirect(filter, ValueOf(filter)))
            {
                yield return wait;
            }
        }
    }

    private IEnumerable<TimeSpan> Verify()
    {
        foreach (var (address, _) in IndirectRegisters.Settings)
        {
            foreach (var wait in Idle())
            {
                yield return wait;
            }

            link.Write(Si3210.IndirectAddress, address);
            foreach (var wait in Idle())
            {
                yield return wait;
            }

            var frame = link.Begin();
            var (low, high) = (
                frame.Read(link.Address, Si3210.IndirectData), frame.Read(link.Address, Si3210.IndirectData + 1));
            link.Send(frame);
            var kept = frame[low] | (frame[high] << 8);
            if (kept != ValueOf(address))
            {
                throw new ChipFaultException(
                    $"{called} does not keep its settings (indirect register {address} reads 0x{kept:X4} instead of "
                    + $"0x{ValueOf(address):X4}): check the SPI bus; if its wires are long, lower spi-speed.");
            }

            yield return TimeSpan.Zero;
        }
    }

    private IEnumerable<TimeSpan> Finish()
    {
        var start = link.Index * SlotBits;
        link.WriteAll(
            new(Si3210.TransmitStart, (byte)start),
            new(Si3210.TransmitStart + 1, (byte)(start >> 8)),
            new(Si3210.ReceiveStart, (byte)start),
            new(Si3210.ReceiveStart + 1, (byte)(start >> 8)),
            new(Si3210.Impedance, TwoWireImpedance.Of(country.Termination.Impedance)),
            new(Si3210.RingingOscillator, 0),
            new(Si3210.LoopDebounce, Debounce12Milliseconds),
            new(Si3210.LoopDebounce + 1, Debounce12Milliseconds),
            new(Si3210.LoopCurrentLimit, 0),
            new(Si3210.OnHookVoltage, OnHook48Volts),
            new(Si3210.CommonVoltage, CommonMode6Volts),
            new(Si3210.InterruptStatus1, AllInterrupts),
            new(Si3210.InterruptStatus2, AllInterrupts),
            new(Si3210.InterruptStatus3, AllInterrupts),
            new(Si3210.InterruptEnable1, 0),
            new(Si3210.InterruptEnable1 + 1, AllInterrupts),
            new(Si3210.InterruptEnable1 + 2, 0),
            new(Si3210.Pcm, Si3210.PcmLinear));
        yield return TimeSpan.Zero;
    }

    private static bool IsFilter(byte address) => address is >= IndirectRegisters.FirstFilter and <= IndirectRegisters.LastFilter;

    private ushort ValueOf(byte address) => address switch
    {
        IndirectRegisters.RingCoefficient => _ring.Coefficient,
        IndirectRegisters.RingAmplitude => _ring.Amplitude,
        _ => IndirectRegisters.Settings.First(one => one.Address == address).Value,
    };

    private IEnumerable<TimeSpan> WriteIndirect(byte address, ushort value)
    {
        foreach (var wait in Idle())
        {
            yield return wait;
        }

        link.WriteAll(
            new(Si3210.IndirectData, (byte)value), new(Si3210.IndirectData + 1, (byte)(value >> 8)), new(Si3210.IndirectAddress, address));
        yield return TimeSpan.Zero;
    }

    private IEnumerable<TimeSpan> Idle()
    {
        for (var waited = TimeSpan.Zero; link.Read(Si3210.IndirectStatus) != 0; waited += BetweenLooks)
        {
            if (waited >= IndirectLimit)
            {
                throw new ChipFaultException(
                    $"{called} does not finish an indirect access: check its clock (PCLK and FSYNC of the sound highway).");
            }

            yield return BetweenLooks;
        }
    }

    private static double Volts(byte battery) => battery * Si3210.BatteryVoltsPerStep;
}

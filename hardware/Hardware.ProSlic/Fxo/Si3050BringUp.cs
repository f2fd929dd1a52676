using Switchhook.Hardware.Countries;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>The steps from nothing to an Si3050 that is up (data sheet, "Initialization").</summary>
internal static class Si3050BringUp
{
    private const byte SoftwareReset = 0x80;
    private const byte InterruptsOnRingDropOutOverloadPolarity = 0x8D;

    // INTE, RDI, HBE, RXE; the pin is active low (INTP = 0).
    private const byte InterruptsAndHybrid = 0x87;
    private const byte OnHookMonitor = 0x08;
    private const byte FramesCome = 0x40;
    private const int SlotBits = 16;

    private static readonly TimeSpan AfterReset = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LinkLimit = TimeSpan.FromSeconds(2);

    // The line voltage is valid some time after the line side has power.
    private static readonly TimeSpan VoltageValid = TimeSpan.FromMilliseconds(100);

    /// <summary>The steps.</summary>
    /// <param name="link">The chip.</param>
    /// <param name="called">What it is called in messages.</param>
    /// <param name="country">Whose exchange is at the far end.</param>
    /// <param name="told">Takes what was found, in words.</param>
    /// <param name="ready">Takes the line voltage when all is done.</param>
    public static IEnumerable<TimeSpan> Steps(
        ChipLink link, string called, Country country, Action<string> told, Action<int> ready)
    {
        link.Write(Si3050.Control1, SoftwareReset);
        yield return AfterReset;
        CheckAnswer(link, called);
        link.WriteAll(
            new(Si3050.Control1, 0),
            new(Si3050.Hook, 0),
            new(Si3050.RingDetector, 0),
            new(Si3050.TransmitStart, (byte)(link.Index * SlotBits)),
            new(Si3050.TransmitStart + 1, (byte)(link.Index * SlotBits >> 8)),
            new(Si3050.ReceiveStart, (byte)(link.Index * SlotBits)),
            new(Si3050.ReceiveStart + 1, (byte)(link.Index * SlotBits >> 8)),
            new(Si3050.Power, 0));
        for (var waited = TimeSpan.Zero; (link.Read(Si3050.LineSide) & FramesCome) == 0; waited += BetweenLooks)
        {
            if (waited >= LinkLimit)
            {
                throw new ChipFaultException(
                    $"{called} gets no link to its line side within {LinkLimit.TotalSeconds} s: "
                    + "check that the Si3019 is fitted and has its isolation capacitors.");
            }

            yield return BetweenLooks;
        }

        var lineSide = Identify(link, called, told);
        link.WriteAll([.. CountryRegisters.Of(country.Termination, lineSide)]);
        link.WriteAll(
            new(Si3050.Hook, OnHookMonitor),
            new(Si3050.Pcm, Si3050.PcmLinear),
            new(Si3050.InterruptMask, InterruptsOnRingDropOutOverloadPolarity),
            new(Si3050.InterruptSource, 0),
            new(Si3050.Control2, InterruptsAndHybrid));
        yield return TimeSpan.Zero;
        CheckKept(link, called, CountryRegisters.Of(country.Termination, lineSide));
        yield return VoltageValid;
        ready((sbyte)link.Read(Si3050.LineVoltage));
    }

    private static void CheckAnswer(ChipLink link, string called)
    {
        var answer = link.Read(Si3050.Control2);
        if (answer != Si3050.Control2AfterReset)
        {
            throw new ChipFaultException(answer is 0x00 or 0xFF
                ? $"{called} does not answer on the control bus (register 2 reads 0x{answer:X2}): "
                    + "check its supply, its clock and the wires of the SPI bus."
                : $"{called} answers as another chip does (register 2 reads 0x{answer:X2} instead of 0x{Si3050.Control2AfterReset:X2}): "
                    + "check the chain in the board file.");
        }
    }

    private static int Identify(ChipLink link, string called, Action<string> told)
    {
        var identity = link.Read(Si3050.Identity);
        var lineSide = identity >> 4;
        if (lineSide is not (Si3050.LineSideSi3018 or Si3050.LineSideSi3019))
        {
            throw new ChipFaultException(
                $"{called} has a line side of an unknown type {lineSide} (register 11 reads 0x{identity:X2}): fit an Si3019.");
        }

        var revision = (link.Read(Si3050.LineSideRevision) >> 2) & 0x0F;
        told($"{called} is revision {identity & 0x0F}, its line side is an Si301{(lineSide == Si3050.LineSideSi3019 ? 9 : 8)} "
            + $"of revision {revision}.");
        return lineSide;
    }

    private static void CheckKept(ChipLink link, string called, IEnumerable<RegisterWrite> written)
    {
        foreach (var (register, value) in written)
        {
            var kept = link.Read(register);
            if (kept != value)
            {
                throw new ChipFaultException(
                    $"{called} does not keep its settings (register {register} reads 0x{kept:X2} instead of 0x{value:X2}): "
                    + "check the SPI bus; if its wires are long, lower spi-speed.");
            }
        }
    }
}

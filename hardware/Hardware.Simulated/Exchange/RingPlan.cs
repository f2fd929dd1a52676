using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>The steps of one incoming call: the country's cadence, with the caller's number in the first pause that holds it.</summary>
/// <remarks>
/// The number comes 500 ms after the ring and ends at least 200 ms before the next one (GR-30); where no pause of the country holds
/// that, its longest one is made longer, as exchanges do. Exchanges that send before the first ring (GB) are not modelled: the number
/// comes after the first ring there too. Those that send by DTMF or in the Japanese way send no number here.
/// </remarks>
internal sealed class RingPlan
{
    private static readonly long BeforeData = SampleTime.Milliseconds(500);
    private static readonly long AfterData = SampleTime.Milliseconds(200);

    private readonly List<RingStep> _steps = [];

    /// <summary>Plans a call.</summary>
    /// <param name="country">Its ring cadence and modem.</param>
    /// <param name="caller">Who calls; already checked.</param>
    /// <param name="withCallerId">True when the line has caller ID.</param>
    /// <param name="now">Local time of the exchange.</param>
    public RingPlan(Country country, SimulatedCaller caller, bool withCallerId, DateTimeOffset now)
    {
        Caller = caller;
        var cadence = country.Ring.Cadence.Select(SampleTime.Of).Select(n => Math.Max(1, n)).ToArray();
        var modem = withCallerId ? FskModem.Of(country.CallerId.Scheme) : null;
        if (modem is not null)
        {
            CallerIdSound = FskModulator.Render(modem, CallSetupMessage.Write(caller, now));
        }

        AddCycle(cadence, CallerIdSound.Length);
        RepeatFrom = _steps.Count;
        AddCycle(cadence, 0);
    }

    /// <summary>Who calls.</summary>
    public SimulatedCaller Caller { get; }

    /// <summary>The modem sound; empty for none.</summary>
    public ReadOnlyMemory<short> CallerIdSound { get; }

    /// <summary>Number of steps.</summary>
    public int Count => _steps.Count;

    /// <summary>Index of the first step of the endless loop.</summary>
    public int RepeatFrom { get; }

    /// <summary>A step.</summary>
    public RingStep this[int index] => _steps[index];

    private void AddCycle(long[] cadence, int dataSamples)
    {
        var dataPause = dataSamples > 0 ? PauseFor(cadence, BeforeData + dataSamples + AfterData) : -1;
        for (var i = 0; i < cadence.Length; i++)
        {
            if (i == dataPause)
            {
                _steps.Add(new RingStep(RingStepKind.Pause, BeforeData));
                _steps.Add(new RingStep(RingStepKind.CallerId, dataSamples));
                _steps.Add(new RingStep(RingStepKind.Pause, Math.Max(AfterData, cadence[i] - BeforeData - dataSamples)));
            }
            else
            {
                _steps.Add(new RingStep(i % 2 == 0 ? RingStepKind.Ring : RingStepKind.Pause, cadence[i]));
            }
        }
    }

    private static int PauseFor(long[] cadence, long needed)
    {
        var longest = 1;
        for (var i = 1; i < cadence.Length; i += 2)
        {
            if (cadence[i] >= needed)
            {
                return i;
            }

            longest = cadence[i] > cadence[longest] ? i : longest;
        }

        return longest;
    }
}

using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator;

/// <summary>The simulated exchange and phones.</summary>
/// <param name="Lines">The exchange's end of each line.</param>
/// <param name="Phones">Each phone.</param>
/// <param name="Lamps">Each lamp.</param>
/// <param name="Buttons">Each button.</param>
/// <param name="Relays">Each relay that the site file may use.</param>
/// <param name="Samples">What can be spoken.</param>
internal sealed record SimulatorModel(
    IReadOnlyList<SimulatedLineState> Lines,
    IReadOnlyList<SimulatedPhoneState> Phones,
    IReadOnlyList<SimulatedLampState> Lamps,
    IReadOnlyList<SimulatedButtonState> Buttons,
    IReadOnlyList<SimulatedRelayState> Relays,
    IReadOnlyList<SpokenSample> Samples)
{
    public static SimulatorModel Of(ISimulatorDriver driver)
    {
        var snapshot = driver.Snapshot();
        return new SimulatorModel(
            snapshot.Lines, snapshot.Phones, snapshot.Lamps, snapshot.Buttons, snapshot.Relays, driver.Samples);
    }
}

using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator;

/// <summary>Which simulated parties there are.</summary>
internal static class Parties
{
    public static bool Exist(ISimulatorDriver driver, SimulatedParty party)
    {
        var snapshot = driver.Snapshot();
        return party.IsLine
            ? snapshot.Lines.Any(line => line.Name == party.Name)
            : snapshot.Phones.Any(phone => phone.Number == party.Name);
    }

    public static bool HasButton(ISimulatorDriver driver, string name) => driver.Snapshot().Buttons.Any(button => button.Name == name);
}

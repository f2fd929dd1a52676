using Switchhook.Hardware.Panel;

namespace Switchhook.Appliance.Panels;

/// <summary>A relay whose pin could not be taken: it is at rest and stays so.</summary>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="why">Why its pin could not be taken, as a sentence.</param>
internal sealed class UnopenedRelay(string name, string why) : IRelay
{
    public string Name => name;

    public bool IsPulled
    {
        get => false;
        set
        {
            if (value)
            {
                throw new IOException(why);
            }
        }
    }
}

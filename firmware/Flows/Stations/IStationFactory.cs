using Switchhook.Calls;
using Switchhook.Site;

namespace Switchhook.Flows.Stations;

/// <summary>Makes lines and phones for the ports of the board.</summary>
public interface IStationFactory
{
    /// <summary>A line on its port. When it is disposed it gives the port back.</summary>
    ExchangeLine CreateLine(LineConfig config);

    /// <summary>A phone on its port. When it is disposed it gives the port back.</summary>
    Phone CreatePhone(PhoneConfig config);
}

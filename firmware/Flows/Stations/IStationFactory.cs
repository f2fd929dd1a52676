using Switchhook.Calls;
using Switchhook.Site;

namespace Switchhook.Flows.Stations;

/// <summary>Makes lines, phones and trunks.</summary>
public interface IStationFactory
{
    /// <summary>A line on its port. When it is disposed it gives the port back.</summary>
    ExchangeLine CreateLine(LineConfig config);

    /// <summary>A phone, on its port or by SIP. When it is disposed it gives the port back.</summary>
    Phone CreatePhone(PhoneConfig config);

    /// <summary>A trunk. One of the same name that still has calls keeps them, and takes no more.</summary>
    ExchangeLine CreateTrunk(TrunkConfig config);
}

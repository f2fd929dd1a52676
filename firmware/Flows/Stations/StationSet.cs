using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Site;

namespace Switchhook.Flows.Stations;

/// <summary>The lines and phones of the site in force; changes with it without touching a call. Control loop only.</summary>
public sealed class StationSet : IStations, IDisposable
{
    private readonly PortSlots<LineConfig, ExchangeLine> _lines;
    private readonly PortSlots<TrunkConfig, ExchangeLine> _trunks;
    private readonly PortSlots<PhoneConfig, Phone> _phones;

    /// <summary>An empty set.</summary>
    /// <param name="factory">Makes lines, phones and trunks.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Is told of those that are no more.</param>
    public StationSet(IStationFactory factory, ControlLoop loop, CallJournal journal)
    {
        _lines = new(
            loop,
            config => config.Port,
            config => Watched(factory.CreateLine(config)),
            line => !line.HasCalls,
            name => journal.Append(new LineRemoved(name)));
        _trunks = new(
            loop,
            _ => null,
            config => Watched(factory.CreateTrunk(config)),
            trunk => !trunk.HasCalls,
            name => journal.Append(new LineRemoved(name)));
        _phones = new(
            loop,
            config => config.Port,
            factory.CreatePhone,
            phone => phone.Status is PhoneStatus.Idle or PhoneStatus.LeftOffHook or PhoneStatus.OutOfOrder or PhoneStatus.NotRegistered,
            number => journal.Append(new PhoneRemoved(number)));
    }

    /// <summary>A caller rings on any of the lines.</summary>
    public event Action<ExchangeLine, IncomingCall>? Incoming;

    /// <inheritdoc/>
    public IEnumerable<ExchangeLine> Lines => _lines.InForce.Concat(_trunks.InForce);

    /// <summary>All phones, in the order of their numbers.</summary>
    public IEnumerable<Phone> Phones => _phones.InForce;

    /// <summary>
    /// Makes the lines, trunks and phones of a site. What is unchanged stays; what is in a call changes when the call is over.
    /// </summary>
    public void Apply(SiteModel site)
    {
        _lines.Apply(site.Lines);
        _trunks.Apply(site.Trunks);
        _phones.Apply(site.Phones);
    }

    /// <inheritdoc/>
    public Phone? Phone(string number) => _phones.Find(number);

    /// <inheritdoc/>
    public ExchangeLine? Line(string name) => _lines.Find(name) ?? _trunks.Find(name);

    /// <summary>Gives all ports back, and ends what is left of calls.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        _trunks.Dispose();
        _phones.Dispose();
    }

    private ExchangeLine Watched(ExchangeLine line)
    {
        line.Incoming += (from, call) => Incoming?.Invoke(from, call);
        return line;
    }
}

using System.Net;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Receiving;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Sip.Trunks.Upkeep;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Upkeep;

/// <summary>A trunk's upkeep on a wire in memory, with a DNS and servers.</summary>
internal sealed class TrunkBox : IMessageGuard, IDisposable
{
    private readonly TransactionServices _transactions;
    private readonly SessionServices _sessions;
    private KnownPeers? _known;

    public TrunkBox()
    {
        Network = new MemoryNetwork(Driver.Time);
        Wire = Network.Join("192.0.2.100:5060");
        Dns = new MemoryDns(Driver.Time);
        var deadlines = new DeadlineQueue(Driver.Loop);
        _transactions = new TransactionServices(Wire, deadlines, new SipIds(new Random(11)), TransactionTimes.Standard);
        var (capabilities, dialogs) = (new Capabilities(Capabilities.CallMethods), new DialogTable());
        var limits = new TransactionLimits();
        var layer = new TransactionLayer(
            _transactions, limits, new RateLimit(Driver.Time, 100, 100), new RequestDispatcher(capabilities, dialogs));
        Wire.Listener = new SipReceiver(Driver.Loop, Wire, this, layer, limits);
        _sessions = new SessionServices(Driver.Loop, _transactions, dialogs, capabilities, new SessionOptions());
    }

    public LoopDriver Driver { get; } = new();

    public MemoryNetwork Network { get; }

    public MemoryWire Wire { get; }

    public MemoryDns Dns { get; }

    /// <summary>Decides who is heard.</summary>
    public AddressGuard Guard { get; } = new(new GuardOptions());

    private KnownPeers Known => _known ??= new KnownPeers(Guard, Driver.Time);

    /// <summary>What the site says.</summary>
    public TrunkConfig Config { get; set; } = new("provider", new HostPort("example.com", null), "front-desk", [SiteCodec])
    {
        User = "1000",
        Registers = true,
        Check = TimeSpan.FromSeconds(60),
    };

    /// <summary>The password; null when there is none.</summary>
    public string? Password { get; set; } = "secret";

    /// <summary>Whom to believe where, as it was told.</summary>
    public List<string> Trusted { get; } = [];

    /// <summary>What the trunk would show, each time that it changed.</summary>
    public List<string> Told { get; } = [];

    public TrunkUpkeep Upkeep { get; private set; } = null!;

    private static SipCodec SiteCodec => SipCodec.Pcma;

    /// <summary>A server at an address.</summary>
    public TrunkServer Server(string address, TransportKind transport = TransportKind.Udp, int port = 5060) =>
        new(Driver, Network.Join($"{address}:{port}"), Wire.By(transport));

    /// <summary>Two servers of the provider, the first one better.</summary>
    public (TrunkServer First, TrunkServer Second) TwoServers()
    {
        Dns.Service("_sip._udp.example.com", 1, 1, 5060, "one.example.com").Host("one.example.com", "192.0.2.1")
            .Service("_sip._udp.example.com", 2, 1, 5060, "two.example.com").Host("two.example.com", "192.0.2.2");
        return (Server("192.0.2.1"), Server("192.0.2.2"));
    }

    /// <summary>One server at an address, without DNS.</summary>
    public TrunkServer OneServer()
    {
        Config = Config with { Server = new HostPort("192.0.2.1", null) };
        return Server("192.0.2.1");
    }

    /// <summary>Begins; what can happen in a second has happened.</summary>
    public TrunkBox Start()
    {
        var dns = new DnsCache(Dns, Driver.Time);
        var outside = new TrunkOutside(dns, name => name == $"trunk/{Config.Name}" ? Password : null, Trust, Known);
        Driver.Do(() =>
        {
            Upkeep = new TrunkUpkeep(Config, _sessions, outside);
            Upkeep.Changed += Note;
            Upkeep.Start();
        });
        After(1);
        return this;
    }

    public void After(double seconds) => Driver.Advance(TimeSpan.FromSeconds(seconds));

    public bool Allows(Hop from, SipMessage message) => true;

    public bool AllowsRefusal(Hop from, SipFault fault) => true;

    public void Dispose()
    {
        _transactions.Deadlines.Dispose();
        Driver.Dispose();
    }

    private void Note()
    {
        var words = Upkeep.Trouble ?? Upkeep.Words;
        if (Told.LastOrDefault() != words)
        {
            Told.Add(words);
        }
    }

    private void Trust(IPEndPoint remote, string? host) => Trusted.Add($"{remote} {host ?? "nobody"}");
}

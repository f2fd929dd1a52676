using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Serving;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Testing.Sip.InMemory;

/// <summary>A network in memory, with the box at 192.0.2.1: messages and sound go to peers that the test plays.</summary>
public sealed class TestNetwork : IDisposable
{
    /// <summary>Where the box takes SIP.</summary>
    public const string BoxAddress = "192.0.2.1:5060";

    private readonly RtpEngine _rtp;

    /// <summary>A network.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="post">Runs something on the control loop.</param>
    /// <param name="seed">For what happens by chance.</param>
    public TestNetwork(TimeProvider time, Action<Action> post, int seed = 1)
    {
        Messages = new MemoryNetwork(time, seed);
        Box = Messages.Join(BoxAddress);
        Sound = new MemoryPackets(time);
        _rtp = new RtpEngine(
            RtpPortRange.Default,
            new RtpSurroundings(time, new Random(seed), post, fault => Faults.Add(fault)),
            Sound);
        Outside = new SipOutside(
            Box,
            _rtp,
            new AddressGuard(new GuardOptions()),
            IPAddress.Parse("192.0.2.1"),
            new MemoryBindings(),
            name => Secrets.TryGetValue(name, out var secret) ? secret : null,
            new NoDns(),
            (_, _) => { },
            new Random(seed));
    }

    /// <summary>SIP messages.</summary>
    public MemoryNetwork Messages { get; }

    /// <summary>The box's end of it; its listener is to be the server's.</summary>
    public MemoryWire Box { get; }

    /// <summary>RTP packets.</summary>
    internal MemoryPackets Sound { get; }

    /// <summary>Passwords by names such as <c>phone/105</c>.</summary>
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Faults of the RTP thread.</summary>
    public IList<Exception> Faults { get; } = [];

    /// <summary>What a box is given of it.</summary>
    public SipOutside Outside { get; }

    /// <summary>What the RTP thread does meanwhile; to be called with each tick of the media clock.</summary>
    public void Tick() => _rtp.Step(0);

    /// <inheritdoc/>
    public void Dispose() => _rtp.Dispose();

    private sealed class MemoryBindings : IBindingStore
    {
        private readonly Dictionary<string, IReadOnlyList<StoredBinding>> _all = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, IReadOnlyList<StoredBinding>> Load() => _all;

        public void Save(string number, IReadOnlyList<StoredBinding> bindings) => _all[number] = bindings;
    }

    private sealed class NoDns : IDnsSource
    {
        public Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken end) => Task.FromResult(DnsAnswer.None);
    }
}

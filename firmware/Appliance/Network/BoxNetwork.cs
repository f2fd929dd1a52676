using System.Net;
using Switchhook.Appliance.Hosting;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Serving;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Transport.Tls;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Site;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Network;

/// <summary>The sockets of the box for SIP and sound, and who guards them.</summary>
internal sealed class BoxNetwork : IAsyncDisposable
{
    // The box itself. The rest of 127.0.0.0/8 is nobody's, so that strangers can be played from there.
    private static readonly IPNetwork[] Own = [IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("::1/128")];

    private readonly AddressGuard _guard;
    private readonly SipWire _wire;

    private BoxNetwork(IPEndPoint at, SipConfig config, NetworkSurroundings around)
    {
        ListensOn = at;
        _guard = new AddressGuard(new GuardOptions { TrustedNetworks = [.. Own, .. config.Trusted] });
        Bans = new NetworkBans(_guard, around.Time);
        Rtp = new RtpEngine(
            new RtpPortRange(config.RtpPorts.First, config.RtpPorts.Last),
            new RtpSurroundings(around.Time, around.Random, around.Post, around.OnFault));
        var options = new WireOptions
        {
            Listen =
            [
                new ListenPoint(TransportKind.Udp, at),
                new ListenPoint(TransportKind.Tcp, at),
                new ListenPoint(TransportKind.Tls, new IPEndPoint(at.Address, at.Port + 1)),
            ],
            PublicAddress = config.PublicAddress,
        };
        _wire = new SipWire(options, _guard, CertificateOf(at, config, around), around.Time, around.Told);
    }

    /// <summary>What the SIP of the box needs of it.</summary>
    /// <param name="bindings">Keeps who is registered where.</param>
    /// <param name="secret">The password of a name.</param>
    /// <param name="random">Names calls and dialogs.</param>
    public SipOutside Outside(IBindingStore bindings, Func<string, string?> secret, Random random) => new(
        _wire, Rtp, _guard, ListensOn.Address, bindings, secret, new DnsServers(), Trust, random);

    /// <summary>Who is not heard.</summary>
    public INetworkBans Bans { get; }

    /// <summary>Where it takes SIP by UDP and TCP; by TLS on the port above.</summary>
    public IPEndPoint ListensOn { get; }

    /// <summary>How many messages came and went.</summary>
    public WireCounts Counts => _wire.Counts;

    private RtpEngine Rtp { get; }

    /// <summary>A network that is not open yet.</summary>
    /// <param name="at">Where SIP is taken; port 0 for any free one.</param>
    /// <param name="config">The site's.</param>
    /// <param name="around">Clock, folders, who is told.</param>
    /// <exception cref="BoxException">The certificate that the site names cannot be used.</exception>
    public static BoxNetwork Create(IPEndPoint at, SipConfig config, NetworkSurroundings around)
    {
        try
        {
            return new BoxNetwork(at.Port == 0 ? FreePorts.Find(at.Address, around.Random) : at, config, around);
        }
        catch (IOException fault)
        {
            throw new BoxException($"SIP cannot start: {fault.Message}");
        }
    }

    /// <summary>Opens the sockets.</summary>
    /// <param name="listener">Takes what comes.</param>
    /// <exception cref="BoxException">An address is taken, or not the box's.</exception>
    public async Task StartAsync(IWireListener listener)
    {
        try
        {
            await _wire.StartAsync(listener);
        }
        catch (IOException fault)
        {
            throw new BoxException($"SIP cannot listen on {ListensOn}: {fault.Message} Give another address with --sip.");
        }

        Rtp.Start();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        Rtp.Dispose();
    }

    private void Trust(IPEndPoint at, string? host) =>
        _wire.Trust(at, host is null ? null : new TlsTrust(host, TlsRoots.System));

    private static IServerCertificate CertificateOf(IPEndPoint at, SipConfig config, NetworkSurroundings around) =>
        config.Tls is { } files
            ? new GivenCertificate(around.PathOf(files.Certificate), around.PathOf(files.Key), around.Time, around.Told)
            : new OwnCertificates(around.Certificates, [.. NamesOf(at, config)], around.Time, around.Told);

    private static IEnumerable<string> NamesOf(IPEndPoint at, SipConfig config)
    {
        yield return config.Domain;
        if (config.PublicAddress is { } seen)
        {
            yield return seen.ToString();
        }

        if (!at.Address.Equals(IPAddress.Any) && !at.Address.Equals(IPAddress.IPv6Any))
        {
            yield return at.Address.ToString();
        }
    }
}

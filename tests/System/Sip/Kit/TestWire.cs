using System.Net;
using System.Text;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Transport.Tls;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>A running wire on ports of its own, with a log as its listener.</summary>
internal sealed class TestWire : IAsyncDisposable
{
    private TestWire(SipWire wire, WireLog log)
    {
        Wire = wire;
        Log = log;
    }

    /// <summary>The wire.</summary>
    public SipWire Wire { get; }

    /// <summary>What it brought.</summary>
    public WireLog Log { get; }

    /// <summary>Opens UDP and TCP on loopback, and TLS too when there is a certificate.</summary>
    public static Task<TestWire> StartAsync(
        WireLimits? limits = null, IServerCertificate? certificate = null, string address = "127.0.0.1", AddressGuard? guard = null)
    {
        var any = new IPEndPoint(IPAddress.Parse(address), 0);
        var points = new List<ListenPoint> { new(TransportKind.Udp, any), new(TransportKind.Tcp, any) };
        if (certificate is not null)
        {
            points.Add(new ListenPoint(TransportKind.Tls, any));
        }

        return StartAsync(new WireOptions { Listen = points, Limits = limits ?? new WireLimits() }, certificate, guard);
    }

    /// <summary>Opens a wire with options of the test's own.</summary>
    public static async Task<TestWire> StartAsync(
        WireOptions options, IServerCertificate? certificate = null, AddressGuard? guard = null)
    {
        var log = new WireLog();
        var wire = new SipWire(options, guard ?? new AddressGuard(new GuardOptions()), certificate, TimeProvider.System, log.OnTrouble);
        await wire.StartAsync(log);
        return new TestWire(wire, log);
    }

    /// <summary>Where it listens by a transport.</summary>
    public Hop At(TransportKind transport) => new(transport, Wire.ListensOn.First(point => point.Transport == transport).At);

    /// <summary>Sends text, each character an octet.</summary>
    public void Send(string message, Hop to) => Wire.Send(Encoding.Latin1.GetBytes(message), to);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();
}

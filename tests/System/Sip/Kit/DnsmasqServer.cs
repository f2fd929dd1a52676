using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>Debian's <c>dnsmasq</c> as a name server that is not ours, on a port of its own.</summary>
internal sealed class DnsmasqServer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;

    private DnsmasqServer(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Starts it; it answers when this ends.</summary>
    /// <param name="records">Records as options of its command line.</param>
    public static async Task<DnsmasqServer> StartAsync(params string[] records)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        string[] arguments =
        [
            "--keep-in-foreground", "--conf-file=/dev/null", "--pid-file", "--log-facility=-", $"--user={Environment.UserName}",
            $"--port={address.Port}", $"--listen-address={address.Address}", "--bind-interfaces", "--no-resolv", "--no-hosts",
            "--local=/#/", "--host-record=ready.example.test,192.0.2.1", .. records,
        ];
        var start = new ProcessStartInfo("dnsmasq", arguments) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment["PATH"] += ":/usr/sbin";
        var server = new DnsmasqServer(Process.Start(start)!, address);
        await server.WaitAsync();
        return server;
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var dns = new DnsServers(Address);
        while ((await dns.AskAsync(new DnsQuestion("ready.example.test", DnsKind.Address4), limit.Token)).Records.Count == 0)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"dnsmasq ended: {await _process.StandardError.ReadToEndAsync(limit.Token)}");
            }

            await Task.Delay(Step, TimeProvider.System, limit.Token);
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>A box with a provider at 127.0.0.1, for all tests of a class: each of them leaves it idle.</summary>
public sealed class TrunkBox : IAsyncLifetime
{
    private readonly int _port = LoopbackPorts.Take();

    internal SipBox Box { get; private set; } = null!;

    /// <summary>What sipp needs to be the provider whom the box calls.</summary>
    internal SippOptions Provider => new() { Port = _port };

    /// <summary>What sipp needs to bring a call of a stranger, who rings 101, 105 and 106.</summary>
    internal SippOptions Caller => new() { Remote = Box.Sip, Service = "13125550199" };

    /// <summary>The same, for a stranger who rings 107 for 5 s.</summary>
    internal SippOptions CallerOfOffice => Caller with { Service = "13125550198" };

    public async Task InitializeAsync() => Box = await SipBox.StartAsync(more:
        $$"""
          office:
            - ring: office
        trunks:
          voip:
            server: "127.0.0.1:{{_port}}"
            transport: udp
            number: "+1 312 555 0199"
            route: callers
            check: off
            numbers:
              "+1 312 555 0198": {route: office}
        line-groups:
          outside: {lines: [voip]}
          analog: {lines: [1]}
        outbound:
          - {prefix: 9, digits: 7-11, over: outside}
          - {prefix: 8, digits: 7-11, over: analog}
        """);

    public async Task DisposeAsync() => await Box.DisposeAsync();

    /// <summary>Waits until the last call has ended so, and nothing is left of it.</summary>
    internal async Task EndsAsync(string cause)
    {
        await Box.NothingIsLeftAsync();
        await Box.UntilAsync(
            async () => (await Box.EndedCallAsync()).GetProperty("cause").GetProperty("code").GetString() == cause, $"it ends as {cause}");
    }
}

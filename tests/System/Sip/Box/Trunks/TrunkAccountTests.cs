using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Trunks;

/// <summary>SIPp as providers that give accounts: the box registers, and shows its password where a call is asked for one.</summary>
public sealed class TrunkAccountTests(TrunkAccountTests.AccountBox accounts) : IClassFixture<TrunkAccountTests.AccountBox>
{
    private SipBox Box => accounts.Box;

    [Fact]
    public async Task The_box_registers_as_soon_as_the_trunk_has_its_password()
    {
        var registrar = await accounts.Registrar.EndAsync();

        Assert.True(registrar.IsClean, registrar.ToString());
        Assert.StartsWith("registered", Assert.Single(registrar.Log), StringComparison.Ordinal);
        await Box.LineIsAsync("voip", "idle", "Registered.");
    }

    [Fact]
    public async Task A_wrong_password_is_told_on_the_live_page()
    {
        var registrar = await accounts.Refusing.EndAsync();

        Assert.Equal(["refused"], registrar.Log);
        await Box.LineIsAsync("wrong", "unreachable", "look at its user and its password");
        Assert.Contains("look at its user and its password", await Box.LivePageAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trunk/answer-with-password", "voip", 9)]
    [InlineData("Trunk/answer-with-proxy-password", "other", 8)]
    public async Task A_call_out_that_is_asked_for_the_password_shows_it(string scenario, string trunk, int prefix)
    {
        await accounts.Registrar.EndAsync();
        await Box.LineIsAsync(trunk, "idle");
        await using var provider = await SippRun.StartAsync(
            SippScenario.Load(scenario), new SippOptions { Port = accounts.Ports[trunk], User = "trunk", Password = "secret" });
        await using var phone = await Box.PhoneAsync("105");

        await phone.DialAsync($"sip:{prefix}3125550142@{Box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HangUpAsync();

        var answered = await provider.EndAsync();
        Assert.True(answered.IsClean, answered.ToString());
        Assert.Equal(trunk, await Box.AnsweredByAsync());
    }

    /// <summary>A box with three accounts: one that registers, one whose password is wrong, one that does not register.</summary>
    public sealed class AccountBox : IAsyncLifetime
    {
        internal SipBox Box { get; private set; } = null!;

        internal Dictionary<string, int> Ports { get; } =
            new[] { "voip", "wrong", "other" }.ToDictionary(name => name, _ => LoopbackPorts.Take());

        internal SippRun Registrar { get; private set; } = null!;

        internal SippRun Refusing { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Box = await SipBox.StartAsync(more:
                $$"""
                trunks:
                  voip: {server: "127.0.0.1:{{Ports["voip"]}}", transport: udp, user: trunk, route: callers, check: off}
                  wrong: {server: "127.0.0.1:{{Ports["wrong"]}}", transport: udp, user: trunk, route: callers, check: off}
                  other:
                    {server: "127.0.0.1:{{Ports["other"]}}", transport: udp, user: trunk, register: no, route: callers, check: off}
                line-groups:
                  outside: {lines: [voip]}
                  elsewhere: {lines: [other, wrong]}
                outbound:
                  - {prefix: 9, digits: 7-11, over: outside}
                  - {prefix: 8, digits: 7-11, over: elsewhere}
                """);
            await Box.LineIsAsync("voip", "unreachable", "Its password is missing");
            Registrar = await StartRegistrarAsync("voip");
            Refusing = await StartRegistrarAsync("wrong");
            await Box.SetSecretAsync("trunk/voip", "secret");
            await Box.SetSecretAsync("trunk/other", "secret");
            await Box.SetSecretAsync("trunk/wrong", "guess");
        }

        public async Task DisposeAsync()
        {
            await Registrar.DisposeAsync();
            await Refusing.DisposeAsync();
            await Box.DisposeAsync();
        }

        private Task<SippRun> StartRegistrarAsync(string trunk) => SippRun.StartAsync(
            SippScenario.Load("Trunk/registrar").With("expires", 600),
            new SippOptions { Port = Ports[trunk], ReceiveLimit = TimeSpan.FromSeconds(25) });
    }
}

using System.Net;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Events;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Events;

/// <summary>A stream ends within seconds when its reader may not read on.</summary>
public sealed class StreamEndTests
{
    private const string Sue = "Sue";

    public static TheoryData<string> Endings() =>
    [
        "the account is locked", "the role changes", "the queues change", "the session ends", "all sessions end", "the account is removed",
    ];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_stream_of_a_page_ends_when(string what)
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        web.Box.Accounts.Create(Sue, FakeBox.Password, new Rights(Role.Supervisor));
        var secret = web.Box.Session(Sue);
        using var client = web.Stranger();
        client.DefaultRequestHeaders.Add("Cookie", $"switchhook-session={secret}");
        await using var stream = await StreamReading.OpenAsync(client, "/live/changes", null, limit.Token);
        await stream.NextAsync();

        Change(web, what, secret);
        ((ManualTimeProvider)web.Box.Time).Advance(Streams.LookEvery);

        Assert.True(await stream.EndsAsync());
    }

    [Fact]
    public async Task The_stream_of_a_program_ends_when_its_key_is_taken_back_or_the_partner_has_to_leave()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        var time = (ManualTimeProvider)web.Box.Time;
        web.Box.Write(new PartnerAccessChanged(time.GetUtcNow() + TimeSpan.FromMinutes(1), "the button partner"));
        await using var partner = await StreamReading.OpenAsync(web.Program(partner: true), "/api/v1/events", null, limit.Token);
        var key = web.Box.Key();
        using var client = web.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        await using var program = await StreamReading.OpenAsync(client, "/api/v1/events", null, limit.Token);

        Assert.True(web.Service<Stores>().Tokens.Revoke(key.Token.Id));
        time.Advance(Streams.LookEvery);
        Assert.True(await program.EndsAsync());

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await partner.EndsAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/events", limit.Token)).StatusCode);
    }

    [Fact]
    public async Task A_reader_who_stays_who_he_is_reads_on()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", null, limit.Token);

        ((ManualTimeProvider)web.Box.Time).Advance(3 * Streams.LookEvery);
        web.Box.Accounts.Create(Sue, FakeBox.Password);
        web.Box.Accounts.SetLocked(Sue, true);
        ((ManualTimeProvider)web.Box.Time).Advance(Streams.LookEvery);
        web.Box.Write(new FaultSeen("test", "after a while"));

        Assert.Equal("box.fault", (await stream.NextAsync()).Kind);
    }

    private static void Change(TestWeb web, string what, string secret)
    {
        var stores = web.Service<Stores>();
        var done = what switch
        {
            "the account is locked" => stores.Accounts.SetLocked(Sue, true) == AccountOutcome.Done,
            "the role changes" => stores.Accounts.Change(Sue, new Rights(Role.Agent), null) == AccountOutcome.Done,
            "the queues change" =>
                stores.Accounts.Change(Sue, new Rights(Role.Supervisor) { Queues = ["desk"] }, null) == AccountOutcome.Done,
            "the session ends" => stores.Sessions.End(secret),
            "all sessions end" => stores.Sessions.EndAll(Sue),
            "the account is removed" => stores.Accounts.Remove(Sue) == AccountOutcome.Done,
            _ => throw new ArgumentException(what, nameof(what)),
        };
        Assert.True(done);
    }

    // Only a failing test comes to this.
    private static CancellationTokenSource Limit() => new(TimeSpan.FromSeconds(20), TimeProvider.System);
}

using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Targets;

public sealed class DnsCacheTests : IDisposable
{
    private static readonly DnsQuestion Question = new("sip.example.com", DnsKind.Address4);

    private readonly LoopDriver _driver = new();
    private readonly MemoryDns _dns;
    private readonly DnsCache _cache;

    public DnsCacheTests()
    {
        _dns = new MemoryDns(_driver.Time).Host("sip.example.com", "192.0.2.7");
        _cache = new DnsCache(_dns, _driver.Time);
    }

    public void Dispose() => _driver.Dispose();

    [Fact]
    public void Asks_again_only_when_the_records_have_ended()
    {
        Ask();
        After(299);
        Assert.InRange(Ask().Life.TotalSeconds, 0.5, 1.5);
        Assert.Single(_dns.Asked);

        After(2);
        Ask();
        Assert.Equal(2, _dns.Asked.Count);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(86400, 3600)]
    public void A_life_has_bounds(int told, int seconds)
    {
        _dns.Life = TimeSpan.FromSeconds(told);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Ask().Life);
    }

    [Fact]
    public void That_there_is_nothing_holds_for_30_s()
    {
        _dns.Clear();
        Assert.Empty(Ask().Records);
        _dns.Host("sip.example.com", "192.0.2.7");
        After(29);
        Assert.Empty(Ask().Records);
        After(2);
        Assert.Single(Ask().Records);
    }

    [Fact]
    public void An_old_answer_does_when_the_dns_fails()
    {
        Ask();
        After(301);
        _dns.Failure = "The DNS is broken.";
        Assert.Null(Ask().Failure);
        Assert.Single(Ask().Records);
        Assert.Equal(2, _dns.Asked.Count);

        After(31);
        Assert.Single(Ask().Records);
        Assert.Equal(3, _dns.Asked.Count);
    }

    [Fact]
    public void Silence_is_a_failure_after_5_s()
    {
        _dns.IsSilent = true;
        var asked = _driver.Do(() => _cache.AskAsync(Question, CancellationToken.None));
        After(4.9);
        Assert.False(asked.IsCompleted);
        After(0.2);
        Assert.True(asked.IsCompletedSuccessfully);
        Assert.Equal("The DNS does not answer (A of sip.example.com).", Ask(asked).Failure);
    }

    [Fact]
    public void A_failure_is_not_kept()
    {
        _dns.Failure = "The DNS is broken.";
        Assert.Equal("The DNS is broken.", Ask().Failure);
        _dns.Failure = null;
        Assert.Single(Ask().Records);
    }

    [Fact]
    public void A_name_is_the_same_in_capitals_and_with_a_dot_at_its_end()
    {
        Ask();
        Assert.Single(Ask(new DnsQuestion("SIP.Example.COM.", DnsKind.Address4)).Records);
        Assert.Single(_dns.Asked);
    }

    [Fact]
    public void The_answer_that_ends_first_makes_room_for_a_new_one()
    {
        for (var i = 0; i < DnsCache.Most; i++)
        {
            Ask(new DnsQuestion($"host{i}.example.com", DnsKind.Address4));
        }

        Ask();
        var asked = _dns.Asked.Count;
        Ask(new DnsQuestion("host0.example.com", DnsKind.Address4));
        Assert.Equal(asked + 1, _dns.Asked.Count);
        Ask();
        Assert.Equal(asked + 1, _dns.Asked.Count);
    }

    private void After(double seconds) => _driver.Advance(TimeSpan.FromSeconds(seconds));

    private DnsAnswer Ask() => Ask(Question);

    private DnsAnswer Ask(DnsQuestion question) => Ask(_driver.Do(() => _cache.AskAsync(question, CancellationToken.None)));

    private DnsAnswer Ask(Task<DnsAnswer> asked)
    {
        DnsAnswer? answer = null;
        _driver.Loop.Launch(async () => answer = await asked);
        _driver.AdvanceUntil(() => answer is not null, TimeSpan.FromSeconds(10));
        return answer!;
    }
}

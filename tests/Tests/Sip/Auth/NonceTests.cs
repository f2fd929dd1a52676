using Switchhook.Sip.Auth;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Auth;

/// <summary>Nonces: given out, taken back, counted.</summary>
public sealed class NonceTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly NonceSource _nonces;

    public NonceTests() => _nonces = Source(1);

    [Fact]
    public void A_nonce_holds_for_its_life_and_no_longer()
    {
        var nonce = _nonces.Issue();
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 1));
        _time.Advance(NonceSource.Life);
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 2));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 3));
    }

    [Fact]
    public void No_two_nonces_are_the_same() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => _nonces.Issue()).Distinct().Count());

    [Fact]
    public void A_nonce_of_another_source_or_one_that_was_changed_is_unknown()
    {
        var nonce = _nonces.Issue();
        Assert.Equal(NonceState.Unknown, _nonces.Use(Source(2).Issue(), 1));
        for (var i = 0; i < nonce.Length - 1; i++)
        {
            var changed = nonce[..i] + (nonce[i] == 'A' ? 'B' : 'A') + nonce[(i + 1)..];
            Assert.Equal(NonceState.Unknown, _nonces.Use(changed, 1));
        }

        Assert.All(["", "x", nonce + "A", new string('!', nonce.Length), new string('\u20AC', nonce.Length)], text =>
            Assert.Equal(NonceState.Unknown, _nonces.Use(text, 1)));
    }

    [Fact]
    public void Each_count_is_taken_once()
    {
        var nonce = _nonces.Issue();
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 1));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 1));
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 5));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 5));
    }

    [Fact]
    public void A_request_that_was_overtaken_is_taken_if_it_is_not_too_late()
    {
        var nonce = _nonces.Issue();
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 70));
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 69));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 69));
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 7));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 6));
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, uint.MaxValue));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 70));
    }

    [Fact]
    public void Without_a_count_a_nonce_is_good_for_once()
    {
        var nonce = _nonces.Issue();
        Assert.Equal(NonceState.Good, _nonces.Use(nonce, 0));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 0));
        Assert.Equal(NonceState.Stale, _nonces.Use(nonce, 1));
        var counted = _nonces.Issue();
        Assert.Equal(NonceState.Good, _nonces.Use(counted, 1));
        Assert.Equal(NonceState.Stale, _nonces.Use(counted, 0));
    }

    [Fact]
    public void Many_clients_cost_bounded_memory_and_none_of_their_requests_can_be_played_back()
    {
        var uses = new NonceUses();
        for (var i = 0; i < NonceUses.Most + 100; i++)
        {
            Assert.True(uses.TryUse(i, i, 1, now: 20_000));
        }

        Assert.Equal(NonceUses.Most, uses.Kept);
        Assert.False(uses.TryUse(50, 50, 1, now: 20_000));
        Assert.False(uses.TryUse(NonceUses.Most, NonceUses.Most, 1, now: 20_000));

        // What is over anyway makes room without any harm to others.
        var later = 20_000 + (long)NonceSource.Life.TotalMilliseconds;
        Assert.True(uses.TryUse(later, 0, 1, now: later));
        Assert.Equal(1, uses.Kept);
    }

    private NonceSource Source(byte key) => new([.. Enumerable.Repeat(key, 32)], _time, new Random(1));
}

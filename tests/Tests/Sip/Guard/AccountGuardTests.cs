using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Guard.Accounts;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Guard;

public sealed class AccountGuardTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.20");
    private static readonly IPAddress Guesser = IPAddress.Parse("198.51.100.7");

    private readonly ManualTimeProvider _time = new();
    private readonly List<GuardEvent> _events = [];
    private readonly AccountGuard _guard = new(new AccountLimits { MaxAccounts = 100 });

    public AccountGuardTests()
    {
        _guard.Happened += _events.Add;
    }

    [Fact]
    public void Three_wrong_passwords_cost_nothing_and_each_further_one_doubles_the_wait()
    {
        var waits = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            Fail(Guesser);
            var wait = Wait(Guesser);
            waits.Add(wait.TotalSeconds);
            _time.Advance(wait);
            Assert.Equal(TimeSpan.Zero, Wait(Guesser));
        }

        Assert.Equal([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], waits);
    }

    [Fact]
    public void Guessers_at_many_addresses_are_one()
    {
        for (var i = 0; i < 10; i++)
        {
            Fail(new IPAddress([198, 51, 100, (byte)i]));
        }

        Assert.Equal(64, Wait(IPAddress.Parse("203.0.113.9")).TotalSeconds);
    }

    [Fact]
    public void The_true_phone_comes_through_from_where_it_was_while_others_guess()
    {
        _guard.Succeeded("21", Home, _time.Elapsed);
        for (var i = 0; i < 30; i++)
        {
            Fail(Guesser);
        }

        Assert.Equal(300, Wait(Guesser).TotalSeconds);
        Assert.Equal(TimeSpan.Zero, Wait(Home));
    }

    [Fact]
    public void Wrong_passwords_from_the_phones_own_address_cost_a_second_at_most_and_nobody_elsewhere()
    {
        _guard.Succeeded("21", Home, _time.Elapsed);
        for (var i = 0; i < 20; i++)
        {
            Fail(Home);
        }

        Assert.Equal(TimeSpan.Zero, Wait(Home));
        for (var i = 0; i < 20; i++)
        {
            Fail(Home);
            Assert.Equal(1, Wait(Home).TotalSeconds);
        }

        Assert.Equal(TimeSpan.Zero, Wait(Guesser));
    }

    [Fact]
    public void The_right_password_ends_the_waits_at_its_address()
    {
        for (var i = 0; i < 8; i++)
        {
            Fail(Guesser);
        }

        _guard.Succeeded("21", Guesser, _time.Elapsed);
        Assert.Equal(TimeSpan.Zero, Wait(Guesser));
        Assert.Equal(16, Wait(Home).TotalSeconds);
    }

    [Fact]
    public void The_last_four_addresses_are_home()
    {
        for (var i = 0; i < 5; i++)
        {
            _guard.Succeeded("21", new IPAddress([192, 0, 2, (byte)i]), _time.Elapsed);
        }

        for (var i = 0; i < 5; i++)
        {
            Fail(Guesser);
        }

        Assert.NotEqual(TimeSpan.Zero, Wait(new IPAddress([192, 0, 2, 0])));
        Assert.Equal(TimeSpan.Zero, Wait(new IPAddress([192, 0, 2, 1])));
        Assert.Equal(TimeSpan.Zero, Wait(new IPAddress([192, 0, 2, 4])));
    }

    [Fact]
    public void After_an_hour_of_quiet_all_is_forgotten()
    {
        for (var i = 0; i < 8; i++)
        {
            Fail(Guesser);
        }

        _time.Advance(TimeSpan.FromHours(1));
        Fail(Guesser);
        Assert.Equal(TimeSpan.Zero, Wait(Guesser));
    }

    [Fact]
    public void Accounts_do_not_slow_each_other_down()
    {
        for (var i = 0; i < 8; i++)
        {
            Fail(Guesser);
        }

        Assert.Equal(TimeSpan.Zero, _guard.Wait("22", Guesser, _time.Elapsed));
    }

    [Fact]
    public void The_journal_is_told_when_it_begins_and_at_each_tenfold()
    {
        for (var i = 0; i < 100; i++)
        {
            Fail(Guesser);
        }

        Assert.Equal(
            [
                "Somebody guesses at the password of 21: 4 wrong ones, the last from 198.51.100.7. The next is looked at after 1 second.",
                "Somebody guesses at the password of 21: 40 wrong ones, the last from 198.51.100.7. The next is looked at after 5 minutes.",
            ],
            _events.Select(item => item.Words));
        Assert.All(_events, item => Assert.Equal("21", item.Who));
    }

    [Fact]
    public void A_guesser_of_names_fills_no_memory_and_pushes_no_account_out_that_is_used()
    {
        _guard.Succeeded("21", Home, _time.Elapsed);
        for (var i = 0; i < 8; i++)
        {
            Fail(Guesser);
        }

        for (var i = 0; i < 10_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            _guard.Failed($"name {i} {new string('x', 1000)}", Guesser, _time.Elapsed);
        }

        Assert.InRange(_guard.Count, 90, 100);
        Assert.NotEqual(TimeSpan.Zero, Wait(Guesser));
        Assert.Equal(TimeSpan.Zero, Wait(Home));
    }

    private void Fail(IPAddress from) => _guard.Failed("21", from, _time.Elapsed);

    private TimeSpan Wait(IPAddress from) => _guard.Wait("21", from, _time.Elapsed);
}

using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Guard;

public sealed class AddressGuardTests
{
    private static readonly IPAddress Stranger = IPAddress.Parse("198.51.100.7");
    private static readonly IPAddress Other = IPAddress.Parse("198.51.100.8");
    private static readonly IPAddress Own = IPAddress.Parse("192.168.1.20");

    private readonly ManualTimeProvider _time = new();
    private readonly List<GuardEvent> _events = [];
    private readonly GuardOptions _options = new()
    {
        TrustedNetworks = [IPNetwork.Parse("192.168.1.0/24"), IPNetwork.Parse("2001:db8:7::/48")],
    };

    private AddressGuard _guard;

    public AddressGuardTests()
    {
        _guard = Make(_options);
    }

    private TimeSpan Now => _time.Elapsed;

    [Fact]
    public void A_stranger_is_heard_in_a_burst_and_then_at_its_rate()
    {
        Assert.Equal(60, Send(Stranger, 100));
        Pass(1);
        Assert.Equal(20, Send(Stranger, 100));
        Pass(3600);
        Assert.Equal(60, Send(Stranger, 100));
    }

    [Fact]
    public void One_that_floods_does_not_use_up_the_rate_of_another()
    {
        Send(Stranger, 200);
        Assert.Equal(30, Send(Other, 30));
    }

    [Fact]
    public void All_strangers_together_have_a_rate_too_and_trusted_ones_do_not_feel_it()
    {
        var heard = Enumerable.Range(0, 100).Sum(i => Send(new IPAddress([198, 51, 101, (byte)i]), 50));
        Assert.Equal(2000, heard);
        Assert.Equal(0, Send(Other, 1));
        Assert.Equal(500, Send(Own, 500));
        Assert.Empty(_events);
    }

    [Fact]
    public void One_that_goes_on_flooding_is_banned()
    {
        Send(Stranger, 60 + 299);
        Assert.False(IsBanned(Stranger));
        Send(Stranger, 1);
        Assert.True(IsBanned(Stranger));
        Assert.Equal(["198.51.100.7 is not heard for 5 minutes: far more messages than are heard."], Told(GuardEventKind.Banned));
    }

    [Fact]
    public void Ten_wrong_passwords_within_ten_minutes_bring_a_ban_and_one_each_two_minutes_does_not()
    {
        for (var i = 0; i < 50; i++)
        {
            Pass(120);
            Report(Other, Offence.FailedAuthentication);
        }

        Assert.False(IsBanned(Other));

        for (var i = 0; i < 9; i++)
        {
            Pass(5);
            Report(Stranger, Offence.FailedAuthentication);
            Assert.False(IsBanned(Stranger));
        }

        Report(Stranger, Offence.FailedAuthentication);
        Assert.True(IsBanned(Stranger));
        Assert.Equal(["198.51.100.7 is not heard for 5 minutes: 10 wrong passwords."], Told(GuardEventKind.Banned));
    }

    [Theory]
    [InlineData(Offence.Malformed, 20)]
    [InlineData(Offence.FailedAuthentication, 10)]
    [InlineData(Offence.Scanner, 1)]
    [InlineData(Offence.FailedHandshake, 40)]
    public void Each_offence_has_a_limit_of_its_own(Offence offence, int limit)
    {
        for (var i = 0; i < limit - 1; i++)
        {
            Report(Stranger, offence);
            Report(Stranger, Offence.Flood);
        }

        Assert.False(IsBanned(Stranger));
        Report(Stranger, offence);
        Assert.True(IsBanned(Stranger));
    }

    [Fact]
    public void A_banned_address_is_not_heard_until_its_time_is_over()
    {
        Report(Stranger, Offence.Scanner);
        Assert.Equal(Admission.Banned, _guard.Admit(AddressKey.Of(Stranger), Now));
        Assert.Equal(Admission.Heard, _guard.Admit(AddressKey.Of(Other), Now));
        Assert.Equal(1, _guard.Unheard);

        Pass(299);
        _guard.Tick(Now);
        Assert.Empty(Told(GuardEventKind.Released));
        Pass(1);
        _guard.Tick(Now);
        Assert.Equal(Admission.Heard, _guard.Admit(AddressKey.Of(Stranger), Now));
        Assert.Equal(["198.51.100.7 is heard again after 5 minutes."], Told(GuardEventKind.Released));
        _guard.Tick(Now);
        Assert.Single(Told(GuardEventKind.Released));
    }

    [Fact]
    public void Each_ban_is_twice_as_long_as_the_one_before_up_to_a_day()
    {
        var lengths = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            Report(Stranger, Offence.Scanner);
            var ban = Assert.Single(_guard.Bans(Now));
            Assert.Equal(i + 1, ban.Times);
            lengths.Add((ban.Until - ban.Since).TotalMinutes);
            _time.Advance(ban.Until - Now);
            _guard.Tick(Now);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440], lengths);
        Assert.Equal("198.51.100.7 is not heard for 2 hours 40 minutes, 6 times now: a known attack tool.", Told(GuardEventKind.Banned)[5]);
    }

    [Fact]
    public void After_a_day_of_quiet_the_next_ban_is_a_first_one()
    {
        Report(Stranger, Offence.Scanner);
        Pass(24 * 3600 + 299);
        _guard.Tick(Now);
        Report(Stranger, Offence.Scanner);
        Assert.Equal(2, Assert.Single(_guard.Bans(Now)).Times);

        Pass(24 * 3600 + 600);
        _guard.Tick(Now);
        Report(Stranger, Offence.Scanner);
        Assert.Equal(1, Assert.Single(_guard.Bans(Now)).Times);
    }

    [Theory]
    [InlineData("192.168.1.20")]
    [InlineData("2001:db8:7:1::5")]
    public void One_of_the_sites_own_networks_is_never_banned(string address)
    {
        var own = IPAddress.Parse(address);
        Report(own, Offence.Scanner);
        Assert.False(IsBanned(own));
        Assert.True(IsBanned(Report(IPAddress.Parse("2001:db8:8:1::5"), Offence.Scanner)));
        Assert.Equal(10_000, Send(own, 12_000));
        Assert.False(IsBanned(own));
    }

    [Fact]
    public void A_registered_phone_is_trusted_for_its_time()
    {
        _guard.Trust(Stranger, Now + TimeSpan.FromHours(1), Now);
        Report(Stranger, Offence.Scanner);
        Assert.False(IsBanned(Stranger));
        Assert.Equal(500, Send(Stranger, 500));

        Pass(3600);
        _guard.Tick(Now);
        Report(Stranger, Offence.Scanner);
        Assert.True(IsBanned(Stranger));
    }

    [Fact]
    public void Trust_that_is_renewed_lasts_and_trust_that_is_withdrawn_ends()
    {
        _guard.Trust(Stranger, Now + TimeSpan.FromHours(2), Now);
        _guard.Trust(Stranger, Now + TimeSpan.FromHours(1), Now);
        Pass(5400);
        Assert.False(IsBanned(Report(Stranger, Offence.Scanner)));

        _guard.Distrust(Stranger);
        Assert.True(IsBanned(Report(Stranger, Offence.Scanner)));
    }

    [Fact]
    public void Trust_ends_a_ban()
    {
        Report(Stranger, Offence.Scanner);
        _guard.Trust(Stranger, Now + TimeSpan.FromHours(1), Now);
        _guard.Distrust(Stranger);
        Assert.False(IsBanned(Stranger));
        Assert.Equal(["198.51.100.7 is heard again: it is trusted now."], Told(GuardEventKind.Released));
    }

    [Fact]
    public void A_ban_ends_by_hand_and_is_forgotten()
    {
        Report(Stranger, Offence.Scanner);
        Assert.True(_guard.Unban(Stranger, Now, "anna"));
        Assert.False(_guard.Unban(Stranger, Now, "anna"));
        Assert.False(IsBanned(Stranger));
        Assert.Equal(["198.51.100.7 is heard again: anna ended the ban."], Told(GuardEventKind.Released));

        Report(Stranger, Offence.Scanner);
        Assert.Equal(1, Assert.Single(_guard.Bans(Now)).Times);
    }

    [Fact]
    public void The_list_of_bans_tells_the_youngest_first()
    {
        Report(Stranger, Offence.Scanner);
        Pass(10);
        Report(Other, Offence.Scanner);
        Assert.Equal(["198.51.100.8", "198.51.100.7"], _guard.Bans(Now).Select(ban => ban.Address.ToString()));
    }

    [Fact]
    public void All_addresses_of_one_ipv6_network_are_one()
    {
        Report(IPAddress.Parse("2001:db8:1:2::1"), Offence.Scanner);
        Assert.True(IsBanned(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.False(IsBanned(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Contains("2001:db8:1:2::/64 is not heard", Told(GuardEventKind.Banned)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_attack_from_ten_thousand_addresses_fills_neither_the_journal_nor_the_memory()
    {
        _guard = Make(_options with { MaxBans = 500, MaxAddresses = 1024 });
        for (var i = 0; i < 10_000; i++)
        {
            Report(new IPAddress([203, 0, (byte)(i >> 8), (byte)i]), Offence.Scanner);
        }

        Assert.InRange(_guard.Bans(Now).Count, 400, 500);
        Assert.Equal(60, _events.Count);

        Pass(60);
        _guard.Tick(Now);
        Assert.Equal("9940 more bans and releases in that minute were not written down.", Assert.Single(Told(GuardEventKind.Untold)));
    }

    [Fact]
    public void Bans_outlive_a_flood_of_other_addresses()
    {
        _guard = Make(_options with { MaxAddresses = 64 });
        Report(Stranger, Offence.Scanner);
        for (var i = 0; i < 10_000; i++)
        {
            _guard.Admit(AddressKey.Of(new IPAddress([203, 0, (byte)(i >> 8), (byte)i])), Now);
        }

        Assert.True(IsBanned(Stranger));
    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        Report(Other, Offence.Scanner);
        var keys = new[] { Stranger, Other, Own, IPAddress.Parse("2001:db8::1") }.Select(AddressKey.Of).ToArray();
        var now = Now;
        Assert.Equal(0, Allocation.Of(() =>
        {
            foreach (var key in keys)
            {
                _guard.Admit(key, now);
                _guard.IsBanned(key, now);
            }
        }));
    }

    private AddressGuard Make(GuardOptions options)
    {
        var guard = new AddressGuard(options);
        guard.Happened += _events.Add;
        return guard;
    }

    private int Send(IPAddress from, int count) =>
        Enumerable.Range(0, count).Count(_ => _guard.Admit(AddressKey.Of(from), Now) == Admission.Heard);

    private IPAddress Report(IPAddress address, Offence offence)
    {
        _guard.Report(AddressKey.Of(address), offence, Now);
        return address;
    }

    private bool IsBanned(IPAddress address) => _guard.IsBanned(AddressKey.Of(address), Now);

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private List<string> Told(GuardEventKind kind) => [.. _events.Where(item => item.Kind == kind).Select(item => item.Words)];
}

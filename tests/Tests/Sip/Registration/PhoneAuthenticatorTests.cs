using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Registration;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>Who is believed to be a phone.</summary>
public sealed class PhoneAuthenticatorTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.50");

    private readonly ManualTimeProvider _time = new();
    private readonly AddressGuard _guard = new(new GuardOptions());

    [Fact]
    public void A_phone_that_was_registered_before_a_restart_is_no_stranger_until_its_registration_ends()
    {
        var phones = new PhoneAuthenticator(_ => null, "switchhook", _guard, _time, new Random(1));

        phones.Remember("105", Home, _time.GetUtcNow() + TimeSpan.FromMinutes(10));

        Assert.False(IsBannedAfterAnOffence());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(IsBannedAfterAnOffence());
    }

    private bool IsBannedAfterAnOffence()
    {
        var (address, now) = (AddressKey.Of(Home), _time.GetElapsedTime(0));
        _guard.Report(address, Offence.Scanner, now);
        return _guard.IsBanned(address, now);
    }
}

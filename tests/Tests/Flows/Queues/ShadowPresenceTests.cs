using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Simulation;
using Switchhook.Flows.Queues.Shadow;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>When somebody was at a phone, as far as the journal tells.</summary>
public sealed class ShadowPresenceTests
{
    private readonly PhonePresence _presence = new(["101", "102"], new SiteCalendar(TimeZoneInfo.Utc));

    [Fact]
    public void Somebody_is_there_from_the_first_to_the_last_thing_done_in_whole_half_hours()
    {
        _presence.WasThere("101", At(10, 20));
        _presence.WasThere("101", At(8, 40));
        _presence.WasThere("101", At(13, 5).AddDays(1));

        Assert.Equal(
            [Shift(At(8, 30), At(10, 30)), Shift(At(13, 0).AddDays(1), At(13, 30).AddDays(1))], _presence.ShiftsOf("101", "ana"));
        Assert.Empty(_presence.ShiftsOf("102", "bo"));
    }

    [Fact]
    public void Nobody_is_there_in_a_half_hour_in_which_it_only_rang_out()
    {
        _presence.WasThere("101", At(8, 0));
        _presence.DidNotAnswer("101", At(8, 10));
        _presence.DidNotAnswer("101", At(9, 10));
        _presence.WasThere("101", At(10, 0));

        Assert.Equal([Shift(At(8, 0), At(9, 0)), Shift(At(9, 30), At(10, 30))], _presence.ShiftsOf("101", "ana"));
    }

    [Fact]
    public void A_phone_that_could_not_be_rung_had_nobody()
    {
        _presence.WasThere("101", At(8, 0));
        _presence.WasThere("101", At(9, 0));
        _presence.SetReachable("101", isReachable: true, At(8, 5));
        _presence.SetReachable("101", isReachable: false, At(8, 10));
        _presence.SetReachable("101", isReachable: false, At(8, 15));
        _presence.SetReachable("101", isReachable: true, At(8, 40));

        Assert.Equal([Shift(At(8, 0), At(8, 10)), Shift(At(8, 40), At(9, 30))], _presence.ShiftsOf("101", "ana"));
    }

    [Fact]
    public void Calls_of_ones_own_are_told_once_where_they_overlap()
    {
        _presence.HadOwnCall("101", At(9, 0), At(9, 10));
        _presence.HadOwnCall("101", At(8, 0), At(8, 20));
        _presence.HadOwnCall("101", At(8, 10), At(8, 30));

        Assert.Equal([Shift(At(8, 0), At(8, 30)), Shift(At(9, 0), At(9, 10))], _presence.OwnCallsOf("101", "ana"));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero);

    private static Shift Shift(DateTimeOffset from, DateTimeOffset to) => new("ana", from, to);
}

using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Lines.Fxs;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Lines;

/// <summary>Users, exchanges and flows do anything at any time: nothing breaks, and afterwards all is as at the start.</summary>
public sealed class RandomUseTests
{
    private static readonly ToneKind[] Tones = [ToneKind.Dial, ToneKind.Busy, ToneKind.Congestion, ToneKind.Ringback];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_phone_comes_to_rest_whatever_was_done_to_it(int seed)
    {
        using var bench = new LineBench(seed % 2 == 0 ? TestCountries.UnitedKingdom : TestCountries.UnitedStates);
        var random = new Random(seed);
        var port = new FakeFxsPort("fxs1", bench.Driver.Time);
        using var phone = bench.Driver.Do(
            () => new FxsPhone(port, new FxsOptions("101", "Front desk", null, true, TimeZoneInfo.Utc), bench.Services, bench));
        var legs = new List<Leg>();
        for (var i = 0; i < 400; i++)
        {
            UsePhone(bench, random, port, phone, legs);
            bench.Advance(random.Next(4) == 0 ? random.Next(20_000) : random.Next(400));
            var heard = bench.Media.Open.Where(channel => channel.Endpoint is not null).ToList();
            Assert.Single(heard);
        }

        port.SetLoop(false);
        bench.Advance(100_000);
        End(bench, legs);
        bench.Advance(2000);
        Assert.Equal(PhoneStatus.Idle, phone.Status);
        Assert.Equal(LineFeed.Forward, port.Feed);
        Assert.Single(bench.Media.Open);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_line_comes_to_rest_whatever_happened_on_it(int seed)
    {
        using var bench = new LineBench(seed % 2 == 0 ? TestCountries.Japan : TestCountries.UnitedStates);
        var random = new Random(seed);
        var port = new FakeFxoPort("fxo1", bench.Driver.Time);
        using var line = bench.Driver.Do(() => new FxoLine(port, new FxoOptions("main-1", null, false), bench.Services));
        var legs = new List<Leg>();
        line.Incoming += (_, call) => legs.Add(call.Leg);
        for (var i = 0; i < 400; i++)
        {
            UseLine(bench, random, port, line, legs);
            bench.Advance(random.Next(4) == 0 ? random.Next(20_000) : random.Next(400));
            var alive = legs.Count(leg => leg.State != LegState.Ended);
            Assert.InRange(alive, port.IsOffHook ? 1 : 0, 1);
        }

        Set(port, LineEventKind.BatteryRestored);
        Set(port, LineEventKind.RingEnded);
        bench.Advance(60_000);
        End(bench, legs);
        bench.Advance(10_000);
        Assert.Equal((LineStatus.Idle, false), (line.Status, port.IsOffHook));
        Assert.Single(bench.Media.Open);
    }

    private static void UsePhone(LineBench bench, Random random, FakeFxsPort port, FxsPhone phone, List<Leg> legs)
    {
        switch (random.Next(7))
        {
            case 0 or 1:
                port.SetLoop(!port.IsOffHook);
                break;
            case 2 when bench.Driver.Do(() => phone.Offer(new Offer(new CallerIdentity("1", null, ""), true))) is { } leg:
                legs.Add(leg);
                break;
            case 3:
                var digit = "0123456789*#"[random.Next(12)];
                bench.Driver.Do(() => bench.Media.Heard("phone 101").Raise(new Detection.Digit(digit)));
                break;
            case 4 when legs.Count > 0:
                bench.Driver.Do(() => legs[random.Next(legs.Count)].HangUp(Cause.FarEnd));
                break;
            case 5:
                port.SetLoop(false);
                bench.Advance(random.Next(50, 600));
                port.SetLoop(true);
                break;
            case 6:
                bench.AskedFor?.ShowRinging();
                break;
        }

        if (bench.AskedFor is { } dialled && !legs.Contains(dialled))
        {
            legs.Add(dialled);
        }
    }

    private static void UseLine(LineBench bench, Random random, FakeFxoPort port, FxoLine line, List<Leg> legs)
    {
        var leg = legs.Count > 0 ? legs[^1] : null;
        switch (random.Next(9))
        {
            case 0:
                Set(port, LineEventKind.RingBegan);
                break;
            case 1:
                Set(port, LineEventKind.RingEnded);
                break;
            case 2:
                Set(port, random.Next(3) == 0 ? LineEventKind.BatteryLost : LineEventKind.BatteryRestored);
                break;
            case 3:
                Set(port, LineEventKind.PolarityReversed);
                break;
            case 4:
                bench.Driver.Do(() => bench.Media.Heard("line main-1").Raise(new Detection.ToneHeard(Tones[random.Next(Tones.Length)])));
                break;
            case 5 when leg is not null:
                bench.Driver.Do(leg.Answer);
                break;
            case 6 when leg is not null:
                bench.Driver.Do(() => leg.HangUp(Cause.FarEnd));
                break;
            case 7 when bench.Driver.Do(() => line.Seize("123")) is { } seized:
                legs.Add(seized);
                break;
            case 8:
                bench.Driver.Do(line.Flash);
                break;
        }
    }

    private static void Set(FakeFxoPort port, LineEventKind kind)
    {
        port.HasBattery = kind switch
        {
            LineEventKind.BatteryLost => false,
            LineEventKind.BatteryRestored => true,
            _ => port.HasBattery,
        };
        port.Raise(kind);
    }

    private static void End(LineBench bench, List<Leg> legs) => bench.Driver.Do(() =>
    {
        foreach (var leg in legs)
        {
            leg.HangUp(Cause.FarEnd);
        }
    });
}

using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class EveryCountryTests
{
    public static TheoryData<string> Codes => [.. CountryTable.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Carries_a_call_in_and_a_call_out_by_the_table_of_the_country(string code)
    {
        var country = CountryTable.Get(code);
        var rig = new SimulatorRig(country, SimulatorRig.Clean with { InterDigitTimeout = Lands.Ms(500) });
        rig.Line.Ring(new SimulatedCaller { Number = "5550100" });
        rig.RunUntil(() => rig.Line.RingBursts == country.Ring.Cadence.Count, 40_000);
        rig.SendToPhone([.. rig.FromLine]);
        rig.RunUntil(() => rig.Line.RingBursts > country.Ring.Cadence.Count, 40_000);
        var fsk = country.CallerId.Scheme is CallerIdScheme.FskBell202 or CallerIdScheme.FskV23;
        rig.SendToPhone([.. rig.FromLine]);
        rig.Run(rig.FromLine.Count / 8.0);
        Assert.Equal(fsk ? "5550100" : null, rig.Phone.Display?.Number);

        rig.Fxo.SetOffHook(true);
        rig.Block();
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        rig.Line.HangUp();
        rig.Run(100);
        rig.Fxo.SetOffHook(false);
        rig.RunUntil(() => rig.Line.State == ExchangeLineState.Idle, 5000);

        rig.Fxo.SetOffHook(true);
        rig.Run(1000);
        rig.SendToLine(Sound.Keys("42"));
        rig.RunUntil(() => rig.Line.State == ExchangeLineState.Talking, 60_000);
        Assert.Equal("42", rig.Line.DialledDigits);
    }
}

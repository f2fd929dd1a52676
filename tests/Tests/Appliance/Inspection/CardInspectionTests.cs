using Switchhook.Appliance.Inspection;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Appliance.Inspection;

/// <summary>What a look at the cards tells of their ports and of the clock.</summary>
public sealed class CardInspectionTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedCard _card;

    public CardInspectionTests() => _card = new SimulatedCard(
        new SimulatedCardOptions { Name = "card-1", FxoPorts = 2, FxsPorts = 2 }, Sites.UnitedStates, _time, new Random(1));

    public void Dispose() => _card.Dispose();

    [Fact]
    public void Ports_that_work_are_told_with_what_they_measure()
    {
        var findings = Run();
        Assert.Equal(["sound clock", "fxo1", "fxo2", "fxs1", "fxs2"], findings.Select(finding => finding.Part));
        Assert.All(findings, finding => Assert.Equal(HardwareVerdict.Ok, finding.Verdict));
        Assert.Contains("48 V", findings[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_battery_a_phone_off_the_hook_and_a_port_that_fails_are_told_apart()
    {
        _card.ExchangeLines[0].Unplug();
        _card.Phones[0].Lift();
        _card.SetFault("fxs2", "The chip does not answer.");

        var findings = Run().ToDictionary(finding => finding.Part, finding => finding);

        Assert.Contains("No battery", findings["fxo1"].Words, StringComparison.Ordinal);
        Assert.Contains("off the hook", findings["fxs1"].Words, StringComparison.Ordinal);
        Assert.Equal(new HardwareFinding("fxs2", HardwareVerdict.Fault, "The chip does not answer."), findings["fxs2"]);
    }

    [Fact]
    public void A_line_that_hums_is_told()
    {
        using var loud = new LoudCard(new FakeFxoPort("fxo1", _time));
        var finding = new CardInspection([loud], new Ticker(_time, TimeSpan.FromMilliseconds(20)), _time)
            .Run(TimeSpan.FromSeconds(2), CancellationToken.None)[1];
        Assert.Equal(HardwareVerdict.Notice, finding.Verdict);
        Assert.Contains("Loud", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Volts_are_told_only_where_they_are_measured(bool measures)
    {
        using var card = new LoudCard(new FakeFxoPort("fxo1", _time) { Measures = measures });
        var finding = new CardInspection([card], new Ticker(_time, TimeSpan.FromMilliseconds(20)), _time)
            .Run(TimeSpan.FromSeconds(1), CancellationToken.None)[1];
        Assert.Equal(measures, finding.Words.Contains("48 V", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_that_is_too_slow_is_a_fault() =>
        Assert.Equal(HardwareVerdict.Fault, Run(TimeSpan.FromMilliseconds(25))[0].Verdict);

    private IReadOnlyList<HardwareFinding> Run(TimeSpan? tick = null) =>
        new CardInspection([_card], new Ticker(_time, tick ?? TimeSpan.FromMilliseconds(20)), _time)
            .Run(TimeSpan.FromSeconds(2), CancellationToken.None);

    private sealed class LoudCard(FakeFxoPort port) : ILineCard
    {
        public string Name => "card-1";

        public IReadOnlyList<IFxoPort> FxoPorts => [port];

        public IReadOnlyList<IFxsPort> FxsPorts => [];

        public void ExchangeBlock() => port.Hear(LineAudio.Peak(-30));

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class Ticker(ManualTimeProvider time, TimeSpan step) : IBlockTicker
    {
        public TimeSpan ThreadCpuTime => TimeSpan.Zero;

        public string Enter() => "real-time priority 50";

        public TimeSpan WaitForTick()
        {
            time.Advance(step);
            return TimeSpan.Zero;
        }
    }
}

using Switchhook.Calls.Journal;
using Switchhook.Flows;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>Whoever calls back after an emergency call reaches the phone that called, though the box has started anew.</summary>
public sealed class EmergencyRestartTests : IDisposable
{
    private readonly List<JournalEvent> _before = [];
    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_a_restart_or_a_power_cut_it_rings(bool wasOver)
    {
        Call(wasOver);
        Restart(TimeSpan.FromMinutes(5));
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550911" });
        _box.Until(() => _box.Phone(3).IsRinging, 15, "The phone that called rings");
        Assert.False(_box.Phone(1).IsRinging);
    }

    [Fact]
    public void After_an_hour_calls_go_the_usual_way()
    {
        Call(wasOver: true);
        Restart(Switchboard.EmergencyCallbackTime + TimeSpan.FromSeconds(10));
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550911" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "The flow of the line rings its group");
        Assert.False(_box.Phone(3).IsRinging);
    }

    private void Call(bool wasOver)
    {
        _box.Phone(3).Lift();
        _box.Advance(1);
        _box.Phone(3).Dial("911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        if (wasOver)
        {
            _box.Phone(3).HangUp();
            _box.Until(() => _box.Entries<EmergencyEnded>().Any(), 10, "The call is over");
        }

        _before.AddRange(_box.Journal);
    }

    private void Restart(TimeSpan later)
    {
        var start = _box.Driver.Time.GetUtcNow() + later;
        _box.Dispose();
        _box = new TestBox(Sites.Clinic(), start: start);
        _box.Driver.Do(() => _box.Core.Switchboard.RestoreEmergencies(_before));
    }
}

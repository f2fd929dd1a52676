using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class PowerFailRelayTests : IDisposable
{
    private static readonly LineReadings InUse = new(8, 0);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeFxoPort _port;
    private readonly BreakableRelay _coil = new();
    private readonly PowerFailRelay _relay;
    private readonly List<LineEventKind> _events = [];

    public PowerFailRelayTests()
    {
        _port = new FakeFxoPort("fxo1", _time);
        _relay = new PowerFailRelay(_coil, _port, "fxs1", _time);
        _relay.Line.LineEvent += change => _events.Add(change.Kind);
    }

    public void Dispose() => _relay.Dispose();

    [Fact]
    public void It_is_pulled_once_the_line_has_been_idle_for_ten_seconds()
    {
        Wait(10);
        Assert.False(_coil.IsPulled);
        Wait(1);
        Assert.True(_coil.IsPulled);
        Assert.Equal(BypassState.Serving, _relay.State);
        Assert.Equal("The box serves line fxo1.", _relay.Words);
        Assert.Equal([LineEventKind.FaultCleared], _events);
        Assert.Null(_relay.Line.Fault);
    }

    [Fact]
    public void It_never_cuts_a_call_that_goes_on_past_the_box()
    {
        _port.Readings = InUse;
        Wait(3600);
        Assert.False(_coil.IsPulled);
        const string Words =
            "Line fxo1 goes past the box to phone fxs1: it is in use (8 V). The box takes it once it has been idle for 10 s.";
        Assert.Equal(Words, _relay.Words);
        Assert.Equal(Words, _relay.Line.Fault);

        _port.Readings = new LineReadings(-48, 0);
        Wait(8);
        _port.Readings = InUse;
        Wait(1);
        _port.Readings = new LineReadings(-48, 0);
        Wait(9);
        Assert.False(_coil.IsPulled);
        Wait(2);
        Assert.True(_coil.IsPulled);
    }

    [Fact]
    public void A_line_without_voltage_is_not_idle()
    {
        _port.Readings = new LineReadings(0.4, 0);
        Wait(3600);
        Assert.False(_coil.IsPulled);
        Assert.Contains("wired beside the relay", _relay.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_rings_at_the_phone_is_waited_for_in_its_pauses_too()
    {
        for (var ring = 0; ring < 10; ring++)
        {
            _port.Raise(LineEventKind.RingBegan);
            Wait(1);
            _port.Raise(LineEventKind.RingEnded);
            Wait(5);
        }

        Assert.False(_coil.IsPulled);
        Wait(6);
        Assert.True(_coil.IsPulled);
    }

    [Fact]
    public void A_ring_between_two_looks_counts_too()
    {
        Wait(9);
        _port.Raise(LineEventKind.RingBegan);
        _port.Raise(LineEventKind.RingEnded);
        Wait(9);
        Assert.False(_coil.IsPulled);
    }

    [Fact]
    public void A_port_that_cannot_measure_is_waited_for()
    {
        _port.SetFault("The chip is too hot.");
        Wait(60);
        Assert.False(_coil.IsPulled);
        Assert.Equal("The chip is too hot.", _relay.Line.Fault);
        _port.SetFault(null);
        Assert.Empty(_events);
        Wait(11);
        Assert.True(_coil.IsPulled);
        Assert.Equal([LineEventKind.FaultCleared], _events);
    }

    [Fact]
    public void Until_then_the_box_neither_hears_nor_takes_the_line()
    {
        _port.Raise(LineEventKind.RingBegan);
        _relay.Line.SetOffHook(true);
        _relay.Line.Flash(TimeSpan.FromMilliseconds(100));
        _relay.Line.SendPulses("1");
        Assert.Empty(_events);
        Assert.Empty(_port.Log);
        Assert.False(_relay.Line.Received == _port.Received);
        Assert.Equal(LineAudio.BlockSamples, _relay.Line.Received.Length);
    }

    [Fact]
    public void After_that_the_line_is_the_ports()
    {
        Wait(11);
        _events.Clear();
        _port.Raise(LineEventKind.RingBegan);
        _relay.Line.SetOffHook(true);
        Assert.Equal([LineEventKind.RingBegan], _events);
        Assert.True(_relay.Line.IsOffHook);
        Assert.True(_relay.Line.Received == _port.Received);
        Assert.True(_relay.Line.Transmit == _port.Transmit);
        Assert.Equal(("fxo1", 25.0, true), (_relay.Line.Name, _relay.Line.Readings.Milliamps, _relay.Line.HasBattery));
        _port.SetFault("The card is gone.");
        Assert.Equal([LineEventKind.RingBegan, LineEventKind.FaultBegan], _events);
    }

    [Fact]
    public void When_the_box_stops_an_idle_line_goes_to_the_phone_at_once()
    {
        Wait(11);
        _events.Clear();
        _relay.Leave();
        Assert.False(_coil.IsPulled);
        Assert.Equal(BypassState.Left, _relay.State);
        Assert.Equal([LineEventKind.FaultBegan], _events);
        Wait(60);
        Assert.False(_coil.IsPulled);
    }

    [Fact]
    public void When_the_box_stops_its_call_ends_first()
    {
        Wait(11);
        _relay.Line.SetOffHook(true);
        _relay.Leave();
        Wait(5);
        Assert.True(_coil.IsPulled);
        Assert.Equal(BypassState.Leaving, _relay.State);
        _relay.Line.SetOffHook(false);
        Wait(1);
        Assert.False(_coil.IsPulled);
    }

    [Fact]
    public void When_the_box_stops_before_it_had_the_line_nothing_moves()
    {
        _relay.Leave();
        Wait(60);
        Assert.Equal(["rest"], _coil.Log);
        Assert.Equal(BypassState.Left, _relay.State);
    }

    [Fact]
    public void The_end_lets_go_in_any_case()
    {
        Wait(11);
        _relay.Line.SetOffHook(true);
        _relay.Dispose();
        Assert.False(_coil.IsPulled);
    }

    [Fact]
    public void A_relay_that_cannot_be_pulled_is_left_at_rest_and_tried_when_the_line_was_idle_again()
    {
        _coil.Broken = true;
        Wait(11);
        Assert.Equal("Relay bypass cannot be pulled: The chip is gone.", _relay.Fault);
        Assert.EndsWith("cannot be pulled: The chip is gone.", _relay.Line.Fault, StringComparison.Ordinal);
        Assert.Equal(["rest", "pull?", "rest?"], _coil.Log);
        _coil.Broken = false;
        Wait(11);
        Assert.True(_coil.IsPulled);
        Assert.Null(_relay.Fault);
    }

    [Fact]
    public void A_relay_that_cannot_be_let_go_is_tried_again()
    {
        Wait(11);
        _coil.Broken = true;
        _relay.Leave();
        Assert.Equal("Relay bypass cannot be let go: The chip is gone.", _relay.Fault);
        _coil.Broken = false;
        Wait(1);
        Assert.False(_coil.IsPulled);
        Assert.Null(_relay.Fault);
    }

    [Fact]
    public void It_tells_when_it_moves()
    {
        var changes = 0;
        _relay.Changed += () => changes++;
        Wait(11);
        Assert.Equal(1, changes);
        _relay.Leave();
        Assert.Equal(2, changes);
    }

    private void Wait(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private sealed class BreakableRelay : IRelay
    {
        private bool _isPulled;

        public List<string> Log { get; } = ["rest"];

        public bool Broken { get; set; }

        public string Name => "bypass";

        public bool IsPulled
        {
            get => _isPulled;
            set
            {
                Log.Add((value ? "pull" : "rest") + (Broken ? "?" : ""));
                if (Broken)
                {
                    throw new IOException("The chip is gone.");
                }

                _isPulled = value;
            }
        }
    }
}

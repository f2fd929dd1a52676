using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Panel;
using Switchhook.Testing;
using Theirs = Meadow.Hardware;

namespace Switchhook.Tests.Hardware.Adapters;

public sealed class MeadowPinsTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Device _device = new();
    private readonly MeadowPins<Device> _pins;

    public MeadowPinsTests() => _pins = new MeadowPins<Device>(_device, name => name == "D04" ? new NamedPin(name) : null);

    [Fact]
    public void A_lamp_lights_at_a_pin_of_Meadow()
    {
        using (var port = _pins.Pin("D04").CreateDigitalOutputPort(initialState: true))
        {
            Assert.True(port.InitialState);
            using var lamp = new Lamp("desk", port);
            lamp.IsOn = false;
            Assert.False(_device.Output!.State);
            lamp.IsOn = true;
            Assert.True(_device.Output.State);
        }

        Assert.True(_device.Output.IsDisposed);
    }

    [Fact]
    public void A_button_is_pressed_at_a_pin_of_Meadow()
    {
        using (var port = _pins.Pin("D04").CreateDigitalInterruptPort(ResistorMode.InternalPullUp))
        {
            using var button = new Button("night", port, _time, activeLow: true);
            var presses = 0;
            button.Pressed += () => presses++;
            Assert.Equal((Theirs.ResistorMode.InternalPullUp, Button.Debounce), (_device.Input!.Resistor, _device.Input.DebounceDuration));
            _device.Input.Set(false);
            Assert.Equal((1, true), (presses, button.IsPressed));
        }

        Assert.True(_device.Input.IsDisposed);
    }

    [Fact]
    public void An_observer_hears_a_change_with_the_times_of_Meadow()
    {
        using var port = _pins.Pin("D04").CreateDigitalInterruptPort(ResistorMode.Disabled);
        var observer = new Observer();
        using (port.Subscribe(observer))
        {
            _device.Input!.Set(true);
        }

        _device.Input.Set(false);
        Assert.Equal(new DigitalState(true, DateTime.UnixEpoch), Assert.Single(observer.Changes).New);
    }

    [Fact]
    public void A_pin_that_the_device_does_not_have_is_told() => Assert.Throws<IOException>(() => _pins.Pin("D99"));

    private sealed record NamedPin(string Name) : Theirs.IPin;

    private sealed class Device : Theirs.IDigitalOutputController, Theirs.IDigitalInterruptController
    {
        public Output? Output { get; private set; }

        public Input? Input { get; private set; }

        public Theirs.IDigitalOutputPort CreateDigitalOutputPort(
            Theirs.IPin pin, bool initialState = false, Theirs.OutputType initialOutputType = Theirs.OutputType.PushPull) =>
            Output = new Output { InitialState = initialState, State = initialState };

        public Theirs.IDigitalInterruptPort CreateDigitalInterruptPort(
            Theirs.IPin pin,
            Theirs.InterruptMode interruptMode,
            Theirs.ResistorMode resistorMode,
            TimeSpan debounceDuration,
            TimeSpan glitchDuration) =>
            Input = new Input { InterruptMode = interruptMode, Resistor = resistorMode, State = true };
    }

    private sealed class Output : Theirs.IDigitalOutputPort
    {
        public bool InitialState { get; init; }

        public bool State { get; set; }

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Input : Theirs.IDigitalInterruptPort
    {
        public event EventHandler<Theirs.DigitalPortResult>? Changed;

        public bool State { get; set; }

        public Theirs.InterruptMode InterruptMode { get; init; }

        public Theirs.ResistorMode Resistor { get; set; }

        public TimeSpan DebounceDuration { get; set; }

        public TimeSpan GlitchDuration { get; set; }

        public bool IsDisposed { get; private set; }

        public void Set(bool level)
        {
            State = level;
            var now = new Theirs.DigitalState { State = level, Time = DateTime.UnixEpoch };
            Changed?.Invoke(this, new Theirs.DigitalPortResult { New = now });
        }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Observer : IObserver<IChangeResult<DigitalState>>
    {
        public List<IChangeResult<DigitalState>> Changes { get; } = [];

        public void OnCompleted() => Changes.Clear();

        public void OnError(Exception error) => Changes.Clear();

        public void OnNext(IChangeResult<DigitalState> value) => Changes.Add(value);
    }
}

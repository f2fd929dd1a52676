using System.Device.Gpio;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Panel;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Adapters;

public sealed class GpioControllerPinsTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Controller _controller = new();
    private readonly GpioControllerPins _pins;

    public GpioControllerPinsTests() => _pins = new GpioControllerPins(_controller, _time);

    [Fact]
    public void A_lamp_lights_at_a_pin_of_the_controller()
    {
        using (var port = _pins.Pin("GPIO17").CreateDigitalOutputPort())
        {
            using var lamp = new Lamp("desk", port) { IsOn = true };
            Assert.Equal((PinMode.Output, PinValue.High), (_controller.Modes[17], _controller.Read(17)));
        }

        Assert.Empty(_controller.Modes);
        Assert.Equal(PinValue.Low, _controller.Read(17));
    }

    [Fact]
    public void A_button_is_pressed_at_a_pin_of_the_controller_without_its_bounce()
    {
        using (var port = _pins.Pin("GPIO27").CreateDigitalInterruptPort(ResistorMode.InternalPullUp))
        {
            using var button = new Button("night", port, _time, activeLow: true);
            var presses = 0;
            button.Pressed += () => presses++;
            Assert.Equal(PinMode.InputPullUp, _controller.Modes[27]);
            foreach (var level in new[] { PinValue.Low, PinValue.High, PinValue.Low })
            {
                _controller.Drive(27, level);
                _time.Advance(TimeSpan.FromMilliseconds(1));
            }

            _time.Advance(Button.Debounce);
            Assert.Equal((1, true), (presses, button.IsPressed));
        }

        Assert.Empty(_controller.Modes);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("GPIO")]
    [InlineData("GPIO-1")]
    public void A_pin_that_is_none_is_told(string name) => Assert.Throws<IOException>(() => _pins.Pin(name));

    [Fact]
    public void A_pin_that_is_in_use_is_told()
    {
        using var port = _pins.Pin("GPIO17").CreateDigitalOutputPort();
        var failure = Assert.Throws<IOException>(() => _pins.Pin("GPIO17").CreateDigitalOutputPort());
        Assert.Contains("already open", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Controller : GpioController
    {
        private readonly Dictionary<int, PinValue> _levels = [];
        private readonly Dictionary<int, PinChangeEventHandler> _handlers = [];

        public Dictionary<int, PinMode> Modes { get; } = [];

        public void Drive(int pin, PinValue level)
        {
            _levels[pin] = level;
            var edge = level == PinValue.High ? PinEventTypes.Rising : PinEventTypes.Falling;
            _handlers.GetValueOrDefault(pin)?.Invoke(this, new PinValueChangedEventArgs(edge, pin));
        }

        public override void OpenPin(int pinNumber, PinMode mode) =>
            OpenPin(pinNumber, mode, mode == PinMode.InputPullUp ? PinValue.High : PinValue.Low);

        public override void OpenPin(int pinNumber, PinMode mode, PinValue initialValue)
        {
            if (!Modes.TryAdd(pinNumber, mode))
            {
                throw new InvalidOperationException($"Pin {pinNumber} is already open.");
            }

            _levels[pinNumber] = initialValue;
        }

        public override void ClosePin(int pinNumber) => Modes.Remove(pinNumber);

        public override PinValue Read(int pinNumber) => _levels.GetValueOrDefault(pinNumber, PinValue.Low);

        public override void Write(int pinNumber, PinValue value) => _levels[pinNumber] = value;

        public override void RegisterCallbackForPinValueChangedEvent(
            int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => _handlers.Add(pinNumber, callback);

        public override void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
            _handlers.Remove(pinNumber);
    }
}

using System.Collections.Concurrent;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Simulated.Pins;

/// <summary>Output pins without hardware, of any name: lamps and relays of the simulated board.</summary>
public sealed class SimulatedPins : IPinBank, IDigitalOutputController
{
    private readonly ConcurrentDictionary<string, OutputPort> _taken = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IPin Pin(string name) => new SimulatedPin(name, this);

    /// <summary>The level of a pin; low when nobody drives it.</summary>
    public bool LevelOf(string name) => _taken.TryGetValue(name, out var port) && port.State;

    /// <inheritdoc/>
    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull)
    {
        var port = new OutputPort(this, pin, initialState);
        return _taken.TryAdd(pin.Name, port)
            ? port
            : throw new IOException($"Pin {pin.Name} is in use already. Give it to one thing only.");
    }

    private sealed record SimulatedPin(string Name, IPinController? Controller) : IPin, IDigitalChannelInfo
    {
        public IList<IChannelInfo> SupportedChannels => [this];

        public object Key => Name;

        public bool InterruptCapable => false;

        public bool InputCapable => false;

        public bool OutputCapable => true;

        public bool Equals(IPin? other) => other is SimulatedPin pin && Equals(pin);
    }

    private sealed class OutputPort(SimulatedPins owner, IPin pin, bool initialState) : IDigitalOutputPort
    {
        private volatile bool _state = initialState;

        public bool InitialState { get; } = initialState;

        public bool State
        {
            get => _state;
            set => _state = value;
        }

        public IPin Pin => pin;

        public IDigitalChannelInfo Channel => (IDigitalChannelInfo)pin;

        public void Dispose() => owner._taken.TryRemove(pin.Name, out _);
    }
}

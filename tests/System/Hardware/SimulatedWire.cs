using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.SystemTests.Hardware;

/// <summary>A simulated card with one port of each kind under a clock that the test moves.</summary>
internal sealed class SimulatedWire : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedCard _card;

    public SimulatedWire(string country)
    {
        var options = new SimulatedCardOptions { FxoPorts = 1, FxsPorts = 1, DialToneTimeout = TimeSpan.FromHours(1) };
        _card = new SimulatedCard(options, CountryTable.Get(country), _time, new Random(1));
    }

    public IFxoPort Fxo => _card.FxoPorts[0];

    public IFxsPort Fxs => _card.FxsPorts[0];

    public SimulatedExchangeLine Line => _card.ExchangeLines[0];

    public SimulatedPhone Phone => _card.Phones[0];

    public void Dispose() => _card.Dispose();

    /// <summary>Runs for a time, sends sound, and gives what the port received meanwhile.</summary>
    public short[] Run(IAnalogPort port, double seconds, ReadOnlySpan<short> sound = default)
    {
        var blocks = (int)(seconds * 50);
        var received = new short[blocks * LineAudio.BlockSamples];
        for (var block = 0; block < blocks; block++)
        {
            var count = Math.Min(sound.Length, LineAudio.BlockSamples);
            sound[..count].CopyTo(port.Transmit);
            sound = sound[count..];
            _time.Advance(LineAudio.BlockDuration);
            _card.ExchangeBlock();
            port.Received.CopyTo(received.AsSpan(block * LineAudio.BlockSamples));
        }

        return received;
    }
}

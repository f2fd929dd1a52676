using System.Globalization;
using Switchhook.Hardware.Lines;

namespace Switchhook.Appliance.Inspection;

/// <summary>Lets line cards run for some seconds without a call, and tells what each port has seen.</summary>
/// <param name="cards">The cards.</param>
/// <param name="ticker">The clock of the sound.</param>
/// <param name="time">Measures how long it took.</param>
public sealed class CardInspection(IReadOnlyList<ILineCard> cards, IBlockTicker ticker, TimeProvider time)
{
    /// <summary>Noise above this is heard by both parties (ITU-T G.712 asks for −65 dBm0p of an idle channel).</summary>
    public const double LoudestNoise = -50;

    // A card's clock may tell some blocks at once after the start; crystals are far better than a hundredth.
    private const double MostBlocksOff = 12;
    private const double MostRateOff = 0.01;

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the cards on the calling thread.</summary>
    /// <param name="length">For how long.</param>
    /// <param name="cancel">Ends it early.</param>
    public IReadOnlyList<HardwareFinding> Run(TimeSpan length, CancellationToken cancel)
    {
        var ports = cards.SelectMany(card => card.FxoPorts.Concat<IAnalogPort>(card.FxsPorts)).Select(port => new Watched(port)).ToList();
        var priority = ticker.Enter();
        var began = time.GetTimestamp();
        var (blocks, late) = (0, 0);
        for (; blocks < length / LineAudio.BlockDuration && !cancel.IsCancellationRequested; blocks++)
        {
            late += ticker.WaitForTick() > Late ? 1 : 0;
            foreach (var card in cards)
            {
                card.ExchangeBlock();
            }

            ports.ForEach(port => port.Listen());
        }

        return [Clock(blocks, late, time.GetElapsedTime(began), priority), .. ports.Select(port => port.Judge())];
    }

    private static HardwareFinding Clock(int blocks, int late, TimeSpan took, string priority)
    {
        var rate = blocks / Math.Max(took.TotalSeconds, 0.001);
        var words = string.Create(
            CultureInfo.InvariantCulture, $"{rate:0.0} blocks a second of 50, {late} late by more than 20 ms; {priority}.");
        var off = Math.Abs(blocks - (took / LineAudio.BlockDuration));
        var verdict = off > MostBlocksOff + (blocks * MostRateOff) ? HardwareVerdict.Fault
            : late > 0 || priority.StartsWith("ordinary", StringComparison.Ordinal) ? HardwareVerdict.Notice
            : HardwareVerdict.Ok;
        return new HardwareFinding("sound clock", verdict, words);
    }

    private sealed class Watched(IAnalogPort port)
    {
        private double _power;
        private int _samples;

        public void Listen()
        {
            foreach (var sample in port.Received)
            {
                _power += (double)sample * sample;
            }

            _samples += port.Received.Length;
        }

        public HardwareFinding Judge() => port switch
        {
            { Fault: { } fault } => new HardwareFinding(port.Name, HardwareVerdict.Fault, fault),
            IFxoPort { HasBattery: false } => new HardwareFinding(
                port.Name, HardwareVerdict.Notice, "No battery: nothing is plugged in, or the exchange has a fault."),
            IFxoPort when Noise > LoudestNoise => new HardwareFinding(
                port.Name, HardwareVerdict.Notice, $"Loud without a call: {Electrical}. Look for a bad contact or a mains cable."),
            IFxoPort => new HardwareFinding(port.Name, HardwareVerdict.Ok, $"A line is plugged in: {Electrical}."),
            IFxsPort { IsOffHook: true } => new HardwareFinding(
                port.Name, HardwareVerdict.Notice, $"The telephone is off the hook, or the wires touch: {Electrical}."),
            _ => new HardwareFinding(port.Name, HardwareVerdict.Ok, $"Ready for a telephone: {Electrical}."),
        };

        private double Noise => _samples == 0 || _power == 0
            ? double.NegativeInfinity
            : 20 * Math.Log10(Math.Sqrt(2 * _power / _samples) / LineAudio.PeakOf0Dbm0);

        private string Electrical
        {
            get
            {
                var sound = double.IsFinite(Noise) ? string.Create(CultureInfo.InvariantCulture, $"noise {Noise:0} dBm0") : "silent";
                return port.Measures
                    ? string.Create(
                        CultureInfo.InvariantCulture, $"{port.Readings.Volts:0.#} V, {port.Readings.Milliamps:0.#} mA, {sound}")
                    : sound;
            }
        }
    }
}

using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>
/// The eight DTMF frequencies in windows of 102 samples (12.75 ms) that overlap by half: each half is transformed once, and added in phase
/// to the half before it.
/// </summary>
internal sealed class HalfWindow
{
    /// <summary>Samples of a half.</summary>
    public const int Length = 51;

    /// <summary>Number of frequencies: four rows, then four columns.</summary>
    public const int Frequencies = 8;

    private static readonly double[] Omegas =
        [.. DtmfKeys.Rows.Concat(DtmfKeys.Columns).Select(hertz => 2 * Math.PI * hertz / LineAudio.SampleRate)];

    private static readonly double[][] Cosines = Table(Math.Cos);
    private static readonly double[][] Sines = Table(Math.Sin);

    private readonly double[] _real = new double[Frequencies];
    private readonly double[] _imaginary = new double[Frequencies];
    private readonly double[] _realBefore = new double[Frequencies];
    private readonly double[] _imaginaryBefore = new double[Frequencies];
    private readonly double[] _energies = new double[Frequencies];
    private double _squares;
    private double _squaresBefore;

    /// <summary>Samples that the present half still takes.</summary>
    public int Room { get; private set; } = Length;

    /// <summary>Sum of the squares of the last whole window.</summary>
    public double Squares { get; private set; }

    /// <summary>Energy at each frequency in the last whole window: (peak × 51)² for a sine.</summary>
    public ReadOnlySpan<double> Energies => _energies;

    /// <summary>Adds samples, not more than <see cref="Room"/>.</summary>
    /// <returns>True when a window is whole.</returns>
    public bool Add(ReadOnlySpan<short> samples)
    {
        var place = Length - Room;
        for (var f = 0; f < Frequencies; f++)
        {
            double real = 0, imaginary = 0;
            var cosines = Cosines[f].AsSpan(place, samples.Length);
            var sines = Sines[f].AsSpan(place, samples.Length);
            for (var i = 0; i < samples.Length; i++)
            {
                real += samples[i] * cosines[i];
                imaginary += samples[i] * sines[i];
            }

            _real[f] += real;
            _imaginary[f] += imaginary;
        }

        foreach (var sample in samples)
        {
            _squares += sample * (double)sample;
        }

        Room -= samples.Length;
        if (Room > 0)
        {
            return false;
        }

        Join();
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Room = Length;
        _squares = _squaresBefore = 0;
        Array.Clear(_real);
        Array.Clear(_imaginary);
        Array.Clear(_realBefore);
        Array.Clear(_imaginaryBefore);
    }

    private void Join()
    {
        for (var f = 0; f < Frequencies; f++)
        {
            // The half before began 51 samples earlier: turn it back by as much.
            var cosine = Math.Cos(Omegas[f] * Length);
            var sine = Math.Sin(Omegas[f] * Length);
            var real = _real[f] + (_realBefore[f] * cosine) + (_imaginaryBefore[f] * sine);
            var imaginary = _imaginary[f] + (_imaginaryBefore[f] * cosine) - (_realBefore[f] * sine);
            _energies[f] = (real * real) + (imaginary * imaginary);
            (_realBefore[f], _imaginaryBefore[f]) = (_real[f], _imaginary[f]);
            _real[f] = _imaginary[f] = 0;
        }

        Squares = _squares + _squaresBefore;
        _squaresBefore = _squares;
        _squares = 0;
        Room = Length;
    }

    private static double[][] Table(Func<double, double> function) =>
        [.. Omegas.Select(omega => Enumerable.Range(0, Length).Select(n => function(omega * n)).ToArray())];
}

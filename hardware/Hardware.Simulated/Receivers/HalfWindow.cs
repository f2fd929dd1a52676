using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Wire;

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

    private static readonly float[][] Cosines = Table(Math.Cos);
    private static readonly (double Sine, double Cosine)[] Turns = [.. Omegas.Select(omega => Math.SinCos(omega * Length))];
    private static readonly float[][] Sines = Table(Math.Sin);

    private readonly float[] _half = new float[Length];
    private readonly double[] _real = new double[Frequencies];
    private readonly double[] _imaginary = new double[Frequencies];
    private readonly double[] _realBefore = new double[Frequencies];
    private readonly double[] _imaginaryBefore = new double[Frequencies];
    private readonly double[] _energies = new double[Frequencies];
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
        VectorMath.ToFloat(samples, _half.AsSpan(Length - Room));
        Room -= samples.Length;
        if (Room > 0)
        {
            return false;
        }

        for (var f = 0; f < Frequencies; f++)
        {
            _real[f] = VectorMath.Dot(_half, Cosines[f]);
            _imaginary[f] = VectorMath.Dot(_half, Sines[f]);
        }

        Join();
        var squares = VectorMath.Dot(_half, _half);
        Squares = squares + _squaresBefore;
        _squaresBefore = squares;
        Room = Length;
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Room = Length;
        _squaresBefore = 0;
        Array.Clear(_realBefore);
        Array.Clear(_imaginaryBefore);
    }

    private void Join()
    {
        for (var f = 0; f < Frequencies; f++)
        {
            // The half before began 51 samples earlier: turn it back by as much.
            var (sine, cosine) = Turns[f];
            var real = _real[f] + (_realBefore[f] * cosine) + (_imaginaryBefore[f] * sine);
            var imaginary = _imaginary[f] + (_imaginaryBefore[f] * cosine) - (_realBefore[f] * sine);
            _energies[f] = (real * real) + (imaginary * imaginary);
            (_realBefore[f], _imaginaryBefore[f]) = (_real[f], _imaginary[f]);
        }
    }

    private static float[][] Table(Func<double, double> function) =>
        [.. Omegas.Select(omega => Enumerable.Range(0, Length).Select(n => (float)function(omega * n)).ToArray())];
}

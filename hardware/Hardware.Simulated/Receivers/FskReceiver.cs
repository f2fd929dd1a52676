using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>Tells marks from spaces: compares the power of both frequencies over the last bit's worth of samples.</summary>
internal sealed class FskReceiver(FskModem modem)
{
    // 7 samples are 1.05 bits: the window that fits a bit of 6⅔ samples best.
    private const int Window = 7;

    private static readonly double QuietSum = Math.Pow(LineAudio.Peak(-40), 2) / 2 * Window;

    private readonly Correlator _mark = new(modem.MarkHertz, Window);
    private readonly Correlator _space = new(modem.SpaceHertz, Window);
    private readonly double[] _squares = new double[Window];
    private double _power;
    private int _place;

    /// <summary>Takes one sample.</summary>
    /// <returns>+1 for a mark, −1 for a space, 0 for too little sound.</returns>
    public int Hear(short sample)
    {
        var square = (double)sample * sample;
        _power += square - _squares[_place];
        _squares[_place] = square;
        _place = (_place + 1) % Window;
        var mark = _mark.Hear(sample);
        var space = _space.Hear(sample);
        return _power < QuietSum ? 0 : mark >= space ? 1 : -1;
    }

    /// <summary>Power at one frequency over a sliding window.</summary>
    private sealed class Correlator
    {
        // All frequencies here are multiples of 100 Hz, so 80 samples hold whole periods.
        private const int Period = LineAudio.SampleRate / 100;

        private readonly double[] _cosine = new double[Period];
        private readonly double[] _sine = new double[Period];
        private readonly double[] _real;
        private readonly double[] _imaginary;
        private int _phase;
        private int _place;

        public Correlator(double hertz, int window)
        {
            _real = new double[window];
            _imaginary = new double[window];
            for (var i = 0; i < Period; i++)
            {
                _cosine[i] = Math.Cos(2 * Math.PI * hertz * i / LineAudio.SampleRate);
                _sine[i] = Math.Sin(2 * Math.PI * hertz * i / LineAudio.SampleRate);
            }
        }

        public double Hear(short sample)
        {
            _real[_place] = sample * _cosine[_phase];
            _imaginary[_place] = sample * _sine[_phase];
            _phase = (_phase + 1) % Period;
            _place = (_place + 1) % _real.Length;
            double real = 0, imaginary = 0;
            for (var i = 0; i < _real.Length; i++)
            {
                real += _real[i];
                imaginary += _imaginary[i];
            }

            return (real * real) + (imaginary * imaginary);
        }
    }
}

using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The part of a talker's signal that a hybrid sends back: a short ringing response, 2 ms long.</summary>
/// <remarks>
/// The response has the energy of the loss, so that white sound comes back with exactly the echo return loss of the setting
/// (ITU-T G.122 calls it the flat-weighted one); single tones come back a few decibels stronger or weaker, as on a line.
/// </remarks>
internal sealed class EchoPath
{
    private const int Taps = 16;

    private readonly float[] _response = new float[Taps];
    private readonly float[] _line = new float[Taps - 1 + LineAudio.BlockSamples];
    private readonly bool _present;
    private bool _historySilent = true;

    /// <summary>A hybrid with the given loss; infinite for none.</summary>
    public EchoPath(double lossDb)
    {
        _present = !double.IsPositiveInfinity(lossDb);
        var shape = new double[Taps];
        for (var n = 0; n < Taps; n++)
        {
            shape[n] = Math.Sin((2 * Math.PI * 0.18 * n) + 0.4) * Math.Exp(-n / 4.0);
        }

        var scale = Math.Pow(10, -lossDb / 20) / Math.Sqrt(shape.Sum(x => x * x));
        for (var n = 0; n < Taps; n++)
        {
            _response[n] = (float)(shape[n] * scale);
        }
    }

    /// <summary>Adds the echo of a block to another.</summary>
    public void Add(ReadOnlySpan<float> block, bool blockSilent, Span<float> sum)
    {
        if (!_present || (blockSilent && _historySilent))
        {
            return;
        }

        block.CopyTo(_line.AsSpan(Taps - 1));
        for (var k = 0; k < Taps; k++)
        {
            VectorMath.AddScaled(_line.AsSpan(Taps - 1 - k, LineAudio.BlockSamples), _response[k], sum);
        }

        _line.AsSpan(LineAudio.BlockSamples).CopyTo(_line);
        _historySilent = blockSilent;
    }
}

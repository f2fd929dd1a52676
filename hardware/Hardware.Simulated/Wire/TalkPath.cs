using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>What becomes of the sound between the two ends of a line: loss, an echo at each end, noise. It adds no delay.</summary>
internal sealed class TalkPath(double attenuationDb, EchoPath boxEcho, EchoPath farEcho, LineNoise boxNoise, LineNoise farNoise)
{
    private readonly float _gain = (float)Math.Pow(10, -attenuationDb / 20);
    private readonly float[] _fromBox = new float[LineAudio.BlockSamples];
    private readonly float[] _fromFar = new float[LineAudio.BlockSamples];
    private readonly float[] _sum = new float[LineAudio.BlockSamples];

    /// <summary>Carries one block in both directions.</summary>
    public void Carry(ReadOnlySpan<short> fromBox, ReadOnlySpan<short> fromFar, Span<short> toBox, Span<short> toFar)
    {
        var boxSilent = VectorMath.IsSilent(fromBox);
        var farSilent = VectorMath.IsSilent(fromFar);
        VectorMath.ToFloat(fromBox, _fromBox);
        VectorMath.ToFloat(fromFar, _fromFar);

        Array.Clear(_sum);
        VectorMath.AddScaled(_fromFar, _gain, _sum);
        boxEcho.Add(_fromBox, boxSilent, _sum);
        boxNoise.Add(_sum);
        VectorMath.ToShort(_sum, toBox);

        Array.Clear(_sum);
        VectorMath.AddScaled(_fromBox, _gain, _sum);
        farEcho.Add(_fromFar, farSilent, _sum);
        farNoise.Add(_sum);
        VectorMath.ToShort(_sum, toFar);
    }
}

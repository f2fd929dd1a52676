namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>Makes the lines of a card, each with noise from a place of its own.</summary>
internal sealed class CircuitBuilder(SimulatedCardOptions options, NoiseTable noise, Random random)
{
    /// <summary>Joins the ends of a pair.</summary>
    public LineCircuit Build(WirePair pair, ILineEnd box, ILineEnd far)
    {
        var path = new TalkPath(
            options.AttenuationDb,
            new EchoPath(options.BoxEchoReturnLossDb),
            new EchoPath(options.FarEchoReturnLossDb),
            Noise(),
            Noise());
        return new LineCircuit(pair, path, box, far);
    }

    private LineNoise Noise() => new(noise, options.NoiseDbm0, (uint)random.Next());
}

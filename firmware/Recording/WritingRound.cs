using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Recording.Disk;
using Switchhook.Recording.Wav;

namespace Switchhook.Recording;

/// <summary>What every recording needs to write its part of a round.</summary>
/// <param name="Disk">Where files are.</param>
/// <param name="Law">The country's companding law.</param>
/// <param name="Longest">Length at which a recording is ended.</param>
internal sealed record WritingRound(IDisk Disk, CompandingLaw Law, TimeSpan Longest)
{
    private const int BlocksPerWrite = 128;

    /// <summary>Where sound is encoded before it is written; the writer's thread alone uses it.</summary>
    public byte[] Buffer { get; } = new byte[BlocksPerWrite * LineAudio.BlockSamples * WavHeader.FrameBytes];
}

using Switchhook.Guest.Lab;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux.Sound;

namespace Switchhook.Guest.Sound;

/// <summary>The driver of sound in time slots, on the kernel's loop of two sound devices.</summary>
[Group("linux")]
public sealed class SoundScenarios : IDisposable
{
    private const int Channels = 8;
    private const int FramesInARow = 5 * LineAudio.SampleRate;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Measurements _measured;
    private readonly AlsaTdmBus _near;
    private readonly AlsaTdmBus _far;

    /// <summary>Both ends of the loop.</summary>
    public SoundScenarios(Measurements measured)
    {
        _measured = measured;
        Kernel.Load("snd-aloop", "pcm_substreams=1");
        _near = AlsaTdmBus.Open("hw:Loopback,0", Channels, TimeProvider.System, AlsaTdmBus.MostLead);
        _far = AlsaTdmBus.Open("hw:Loopback,1", Channels, TimeProvider.System, AlsaTdmBus.MostLead);
    }

    /// <summary>Eight channels arrive as they were sent, each in its slot, for five seconds without a break.</summary>
    [Scenario(90)]
    public async Task Eight_channels_pass_bit_by_bit_for_five_seconds()
    {
        using var near = new TdmPattern(_near);
        using var far = new TdmPattern(_far);
        var took = await Check.Until(
            () => near.Longest >= FramesInARow && far.Longest >= FramesInARow, 60, "five seconds without a break both ways");
        _measured.Note("took, s", took.TotalSeconds);
        _measured.Note("breaks", near.Breaks + far.Breaks);
        _measured.Note("linked", _near.IsLinked ? "yes" : "no");
        _measured.Note("restarts", _near.Restarts + _far.Restarts);
    }

    /// <summary>A block that does not come in time is told, and the next ones come.</summary>
    [Scenario(60)]
    public Task A_block_that_does_not_come_in_time_is_told()
    {
        var block = new short[LineAudio.BlockSamples * Channels];
        Check.That(_near.Exchange(block, block, Patience), "No block comes.");
        var late = Enumerable.Range(0, 20).Count(_ => !_near.Exchange(block, block, TimeSpan.FromMilliseconds(1)));
        Check.Within(late, 5, 20, "The number of waits of 1 ms without a block of 20 ms");
        Check.That(_near.Exchange(block, block, Patience), "No block comes any more.");
        return Task.CompletedTask;
    }

    /// <summary>The board file names a sound device that is not there, or one that someone else holds.</summary>
    [Scenario(60)]
    public Task A_sound_device_that_is_missing_or_in_use_is_refused_in_words()
    {
        var missing = Check.Refused(() => AlsaTdmBus.Open("hw:Si3217x,0", Channels, TimeProvider.System), "A missing device");
        _measured.Note("missing", missing);
        Check.Says(missing, "Si3217x");
        Check.Says(missing, "Loopback");
        var used = Check.Refused(() => AlsaTdmBus.Open("hw:Loopback,0", Channels, TimeProvider.System), "A device in use");
        _measured.Note("in use", used);
        Check.Says(used, "in use");
        return Task.CompletedTask;
    }

    /// <summary>The card is pulled out: the next exchange says so.</summary>
    [Scenario(60)]
    public async Task A_sound_card_that_is_pulled_out_is_told_in_words()
    {
        var block = new short[LineAudio.BlockSamples * Channels];
        Check.That(_near.Exchange(block, block, Patience), "No block comes.");
        const string Driver = "/sys/bus/platform/drivers/snd_aloop";
        var pulling = Task.Run(() => Kernel.Write($"{Driver}/unbind", "snd_aloop.0"));
        await Check.Pause(0.5);
        var words = Check.Refused(() => _near.Exchange(block, block, Patience), "A block of a card that is gone");
        _measured.Note("words", words);
        Check.Says(words, "gone");
        Dispose();
        await pulling;
        Kernel.Write($"{Driver}/bind", "snd_aloop.0");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }
}

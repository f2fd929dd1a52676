using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>Moves the blocks of one channel, and keeps its delay short. Card's thread only; allocates nothing.</summary>
/// <remarks>
/// <para>Two blocks wait in the kernel for the wire: the one that is being played, and one more for a thread that is late. After a longer
/// stall, in which the kernel played silence, blocks that would lengthen the queue are dropped: they would be delay for ever.</para>
/// <para>All channels are read in the moment in which one of them, the clock, has a block. A channel whose blocks begin elsewhere would
/// wait up to 20 ms for that moment; so its buffer is emptied in such a moment, after opening and whenever the kernel has emptied it. Where
/// the thread was a millisecond late for it, the next block is not there in time, and it is done again.</para>
/// </remarks>
internal sealed class BlockPump(PortSound sound, Gain received, Gain sent, IPumpOwner owner)
{
    /// <summary>Most blocks that the kernel keeps (160 ms).</summary>
    private const int MostBlocks = 8;

    private const int BlocksAhead = 2;
    private const int AlignmentTries = 3;
    private const int FewestLooks = 5;

    /// <summary>A channel without a block for so long has a fault.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(200);

    /// <summary>After a longer stand the media thread has gone on without the card: what waits for the wire is old.</summary>
    private static readonly TimeSpan Stand = LineAudio.BlockDuration * 3;

    private readonly short[] _block = new short[LineAudio.BlockSamples];
    private TimeSpan _lastBlockAt;
    private int _looksWithoutBlock;
    private Alignment _alignment;
    private int _triesLeft;
    private bool _prime;

    private enum Alignment
    {
        Aligned,
        Wanted,
        Begun,
        ToBeChecked,
    }

    /// <summary>
    /// True when no block has come for too long, and it was looked for: a thread that was late itself finds out nothing about the card.
    /// </summary>
    public bool IsSilent(TimeSpan now) => now - _lastBlockAt > LongestSilence && _looksWithoutBlock >= FewestLooks;

    /// <summary>While true nothing is written: a write would end dialling.</summary>
    public bool IsMuted { get; set; }

    /// <summary>True while its blocks may begin elsewhere than the others'.</summary>
    public bool IsAligned => _alignment == Alignment.Aligned;

    /// <summary>A channel was opened.</summary>
    public void Begin(TimeSpan now)
    {
        (_lastBlockAt, _looksWithoutBlock) = (now, 0);
        IsMuted = false;
        sound.Restart();
        BuffersWereEmptied();
    }

    /// <summary>The kernel emptied the channel's buffers.</summary>
    public void BuffersWereEmptied() => (_alignment, _triesLeft, _prime) = (Alignment.Wanted, AlignmentTries, true);

    /// <summary>This channel is the clock now: the others follow it.</summary>
    public void BeClock() => _alignment = Alignment.Aligned;

    /// <summary>The clock's block has come: lets the next block of this channel begin now, where that is wanted.</summary>
    public void Align(IDahdiChannel channel, TimeSpan now)
    {
        if (_alignment == Alignment.Wanted && channel.FlushReceived() == Outcome.Done)
        {
            (_alignment, _lastBlockAt, _looksWithoutBlock) = (Alignment.Begun, now, 0);
        }
    }

    /// <summary>Reads all blocks that are there, and writes as many.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="now">The moment.</param>
    /// <param name="blocks">How many blocks have moved.</param>
    /// <returns><see cref="Outcome.Gone"/> or <see cref="Outcome.Failed"/> when the channel has a fault.</returns>
    public Outcome Move(IDahdiChannel channel, TimeSpan now, out int blocks)
    {
        blocks = 0;
        Outcome outcome;
        while ((outcome = Read(channel)) == Outcome.Done && blocks < MostBlocks)
        {
            received.Apply(_block);
            sound.FromWire(_block);
            blocks++;
        }

        _looksWithoutBlock = blocks > 0 ? 0 : _looksWithoutBlock + 1;
        if (blocks > 0 && outcome is not (Outcome.Gone or Outcome.Failed))
        {
            if (now - _lastBlockAt > Stand)
            {
                sound.Restart();
            }

            _lastBlockAt = now;
            outcome = Send(channel, blocks);
        }

        _alignment = _alignment switch
        {
            Alignment.Begun => Alignment.ToBeChecked,
            Alignment.ToBeChecked => blocks == 0 && --_triesLeft > 0 ? Alignment.Wanted : Alignment.Aligned,
            _ => _alignment,
        };
        return outcome;
    }

    private Outcome Send(IDahdiChannel channel, int blocks)
    {
        var outcome = Outcome.Done;
        if (_prime && !IsMuted)
        {
            _prime = false;
            Array.Clear(_block);
            outcome = Write(channel);
        }

        for (var i = 0; i < blocks; i++)
        {
            sound.ToWire(_block);
            if (!IsMuted && i >= blocks - BlocksAhead)
            {
                sent.Apply(_block);
                owner.Sends(_block);
                var written = Write(channel);
                outcome = written is Outcome.Gone or Outcome.Failed ? written : outcome;
            }
        }

        _prime |= IsMuted;
        return outcome;
    }

    private Outcome Read(IDahdiChannel channel)
    {
        var outcome = channel.Read(_block);
        if (outcome != Outcome.EventFirst)
        {
            return outcome;
        }

        owner.TakeEvents();
        return channel.Read(_block);
    }

    private Outcome Write(IDahdiChannel channel)
    {
        var outcome = channel.Write(_block);
        if (outcome != Outcome.EventFirst)
        {
            return outcome;
        }

        owner.TakeEvents();
        return channel.Write(_block);
    }
}
